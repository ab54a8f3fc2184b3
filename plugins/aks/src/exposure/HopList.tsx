import { HopKind } from '@backstage-aks/insight';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { CSSProperties, useId, useState } from 'react';
import { EvidencePanel } from './EvidencePanel';
import { HopBox } from './HopBox';
import styles from './HopList.module.css';

/**
 * The path as a row of hops, or a column where space is short. The evidence of
 * one hop is open at a time, at first that of the hop that explains the
 * verdict; in a column it stands right below its hop.
 */
export function HopList(props: { exposure: ClusterExposure; label: string }) {
  const { hops, brokenAt } = props.exposure;
  const panelId = useId();
  const [chosen, setChosen] = useState<HopKind | 'none'>();
  const open = chosen ?? brokenAt;
  return (
    <ol
      className={styles.hops}
      aria-label={props.label}
      style={{ '--hop-count': hops.length } as CSSProperties}
    >
      {hops.map((hop, index) => (
        <li key={hop.kind} className={styles.item}>
          <HopBox
            hop={hop}
            next={hops[index + 1]}
            open={hop.kind === open}
            panelId={panelId}
            onToggle={() => setChosen(hop.kind === open ? 'none' : hop.kind)}
          />
          {hop.kind === open && (
            <EvidencePanel id={panelId} hop={hop} brokenAt={brokenAt} />
          )}
        </li>
      ))}
    </ol>
  );
}
