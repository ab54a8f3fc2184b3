import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HopKind } from '@backstage-aks/insight';
import { ClusterExposure } from '@backstage-aks/plugin-aks-common';
import { CSSProperties, useId, useRef, useState } from 'react';
import { aksTranslationRef } from '../translation';
import { EvidencePanel } from './EvidencePanel';
import { HopBox } from './HopBox';
import styles from './HopList.module.css';

/**
 * The path as a row of hops, or a column where space is short. The evidence of
 * one hop is open at a time, at first that of the hop that explains the
 * verdict; in a column it stands right below its hop. Arrow keys go from hop to
 * hop, past the evidence between them.
 */
export function HopList(props: { exposure: ClusterExposure; title: string }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { title } = props;
  const { hops, brokenAt, stack } = props.exposure;
  const panelId = useId();
  const list = useRef<HTMLOListElement>(null);
  const focus = (kind?: HopKind) =>
    list.current
      ?.querySelector<HTMLElement>(`button[data-hop="${kind}"]`)
      ?.focus();
  const [chosen, setChosen] = useState<HopKind | 'none'>();
  const open = chosen ?? brokenAt;
  return (
    <ol
      ref={list}
      className={styles.hops}
      aria-label={t('exposure.hops', { host: title })}
      style={{ '--hop-count': hops.length } as CSSProperties}
    >
      {hops.map((hop, index) => (
        <li key={hop.kind} className={styles.item}>
          <HopBox
            hop={hop}
            next={hops[index + 1]}
            open={hop.kind === open}
            panelId={panelId}
            onMove={steps => focus(hops[index + steps]?.kind)}
            onToggle={() => setChosen(hop.kind === open ? 'none' : hop.kind)}
          />
          {hop.kind === open && (
            <EvidencePanel
              id={panelId}
              way={title}
              hop={hop}
              brokenAt={brokenAt}
              stack={stack}
              cluster={props.exposure.cluster}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
