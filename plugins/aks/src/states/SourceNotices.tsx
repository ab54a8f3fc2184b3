import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { Source } from '@backstage-aks/plugin-aks-common';
import { Since } from '../time/Since';
import { aksTranslationRef, AksTranslate } from '../translation';
import { SourceGap, sourceGaps } from './sourceGaps';
import styles from './states.module.css';

/** One notice for each source that keeps something from the page. */
export function SourceNotices(props: { sources: Source[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const gaps = sourceGaps(props.sources);
  if (gaps.length === 0) {
    return null;
  }
  return (
    <ul className={styles.notices} aria-label={t('notices.label')}>
      {gaps.map(gap => (
        <li key={`${gap.cluster}/${gap.kind ?? ''}`}>
          <Alert
            status={gap.freshness.state === 'pending' ? 'info' : 'warning'}
            icon
            title={
              <>
                {titleOf(gap, t)}
                {gap.freshness.since && (
                  <>
                    {' '}
                    <Since moment={Date.parse(gap.freshness.since)} />
                  </>
                )}
              </>
            }
            description={gap.freshness.message}
          />
        </li>
      ))}
    </ul>
  );
}

function titleOf({ cluster, kind, freshness }: SourceGap, t: AksTranslate) {
  const name = kind ? t('notices.kindOfCluster', { kind, cluster }) : cluster;
  return freshness.state === 'live'
    ? name
    : t(`notices.${freshness.state}`, { name });
}
