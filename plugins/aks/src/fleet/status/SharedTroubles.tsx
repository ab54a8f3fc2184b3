import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { SharedTrouble } from '../../states/foldTroubles';
import { listBriefly } from '../../text/listBriefly';
import { aksTranslationRef } from '../../translation';
import { FreshnessBadge } from './FreshnessBadge';
import styles from './Status.module.css';
import { TroubleWords } from './TroubleWords';

// Each has a card of its own below.
const CLUSTERS_SHOWN = 8;

/** What is wrong with several clusters, once for all of the same trouble. */
export function SharedTroubles(props: {
  troubles: SharedTrouble<FleetStatus['clusters'][number]>[];
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <>
      {props.troubles.map(({ freshness, sources }) => (
        <Alert
          key={`${freshness.state} ${freshness.reason}`}
          role="status"
          status="warning"
          icon
          title={t('status.shared', { value: String(sources.length) })}
          description={
            <div className={styles.body}>
              <div className={styles.heading}>
                <FreshnessBadge freshness={freshness} />
                <span>
                  {listBriefly(
                    sources.map(({ name }) => name),
                    CLUSTERS_SHOWN,
                    t,
                  )}
                </span>
              </div>
              <TroubleWords trouble={freshness} />
            </div>
          }
        />
      ))}
    </>
  );
}
