import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { foldTroubles } from '../../states/foldTroubles';
import { listBriefly } from '../../text/listBriefly';
import { aksTranslationRef } from '../../translation';
import { Details } from './Details';
import { FreshnessBadge } from './FreshnessBadge';
import styles from './Status.module.css';
import { TroubleLine } from './TroubleLine';
import { TroubleWords } from './TroubleWords';

type Kind = FleetStatus['clusters'][number]['kinds'][number];

// The table of all kinds names every one.
const KINDS_SHOWN = 6;

/** What is wrong with kinds of one cluster, once for all of the same trouble. */
export function KindTroubles(props: { label: string; kinds: Kind[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <ul className={styles.troubles} aria-label={props.label}>
      {foldTroubles(props.kinds).map(({ freshness, sources }) => {
        const names = sources.map(({ kind }) => kind);
        return (
          <li key={names[0]} className={styles.trouble}>
            <div className={styles.heading}>
              <Text weight="bold">{listBriefly(names, KINDS_SHOWN, t)}</Text>
              <FreshnessBadge freshness={freshness} />
            </div>
            <TroubleLine
              freshness={{
                since: earliest(sources, kind => kind.freshness.since),
              }}
              nextTryAt={earliest(sources, kind => kind.nextTryAt)}
            />
            <TroubleWords trouble={freshness} />
            <Details
              details={sources.flatMap(kind => kind.freshness.detail ?? [])}
            />
          </li>
        );
      })}
    </ul>
  );
}

function earliest(
  kinds: readonly Kind[],
  momentOf: (kind: Kind) => string | undefined,
): string | undefined {
  return kinds.flatMap(kind => momentOf(kind) ?? []).sort()[0];
}
