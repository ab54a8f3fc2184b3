import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterRef, Source } from '@backstage-aks/plugin-aks-common';
import { Since } from '../time/Since';
import { aksTranslationRef } from '../translation';
import styles from './FreshnessFooter.module.css';

type Freshness = Source['freshness'];

/**
 * How fresh a view is, cluster by cluster.
 *
 * @param props - `clusters` are those that the view's content names; `outdated`
 * tells since when the page itself could not be renewed: what was live then may
 * no longer be.
 */
export function FreshnessFooter(props: {
  sources: Source[];
  clusters: ClusterRef[];
  outdated?: number;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <ul className={styles.footer} aria-label={t('freshness.label')}>
      {byCluster(props.sources, props.clusters).map(
        ({ cluster, freshness }) => (
          <li key={cluster.slug}>
            <State freshness={freshness} outdated={props.outdated} />
            {' · '}
            {cluster.name}
          </li>
        ),
      )}
    </ul>
  );
}

function State(props: { freshness: Freshness; outdated?: number }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { freshness, outdated } = props;
  if (freshness.state !== 'live') {
    return (
      <>
        {t(`freshness.${freshness.state}`)}{' '}
        {freshness.since && <Since moment={Date.parse(freshness.since)} />}
      </>
    );
  }
  if (outdated !== undefined) {
    return (
      <>
        {t('freshness.notUpdated')} <Since moment={outdated} />
      </>
    );
  }
  return <>{t('freshness.live')}</>;
}

function byCluster(sources: Source[], clusters: ClusterRef[]) {
  const states = new Map<
    string,
    { cluster: ClusterRef; freshness: Freshness }
  >();
  for (const cluster of clusters) {
    states.set(cluster.slug, { cluster, freshness: { state: 'live' } });
  }
  for (const { cluster, freshness } of sources) {
    states.set(cluster.slug, { cluster, freshness });
  }
  return [...states.values()];
}
