import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ExposureView } from '@backstage-aks/plugin-aks-common';
import { Since } from '../time/Since';
import { aksTranslationRef } from '../translation';
import styles from './FreshnessFooter.module.css';

type Cluster = ExposureView['sources'][number]['cluster'];

/**
 * How fresh a view is, cluster by cluster.
 *
 * @param props - `clusters` are those that the view's content names; `outdated`
 * tells since when the page itself has not been renewed, when it has failed to.
 */
export function FreshnessFooter(props: {
  sources: ExposureView['sources'];
  clusters: Cluster[];
  outdatedSince?: number;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const states = freshnessByCluster(props.sources, props.clusters);
  return (
    <ul className={styles.footer} aria-label={t('freshness.label')}>
      {props.outdatedSince !== undefined && (
        <li>
          {t('freshness.notUpdated')} <Since moment={props.outdatedSince} />
        </li>
      )}
      {states.map(({ cluster, freshness }) => (
        <li key={cluster.slug}>
          {t(`freshness.${freshness.state}`)}
          {freshness.state !== 'live' && freshness.since && (
            <>
              {' '}
              <Since moment={Date.parse(freshness.since)} />
            </>
          )}
          {' · '}
          {cluster.name}
        </li>
      ))}
    </ul>
  );
}

function freshnessByCluster(
  sources: ExposureView['sources'],
  clusters: Cluster[],
) {
  const states = new Map<
    string,
    Pick<ExposureView['sources'][number], 'cluster' | 'freshness'>
  >();
  for (const cluster of clusters) {
    states.set(cluster.slug, { cluster, freshness: { state: 'live' } });
  }
  for (const { cluster, freshness } of sources) {
    states.set(cluster.slug, { cluster, freshness });
  }
  return [...states.values()];
}
