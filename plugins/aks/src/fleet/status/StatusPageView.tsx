import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { LiveView } from '../../live/useLiveView';
import { FailureNotice } from '../../states/FailureNotice';
import { foldTroubles } from '../../states/foldTroubles';
import { OutdatedNotice } from '../../states/OutdatedNotice';
import { Bones } from '../../text/Bones';
import { aksTranslationRef } from '../../translation';
import { ClusterStatus } from './ClusterStatus';
import { DatabaseNotice } from './DatabaseNotice';
import { SharedTroubles } from './SharedTroubles';
import styles from './Status.module.css';

/** The page as it stands: the clusters that are not live come first. */
export function StatusPageView(props: {
  live: LiveView<FleetStatus & { scopes: string[] }>;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { view, error, checkedAt, refresh } = props.live;
  if (!view) {
    return (
      <Container>
        <main className={styles.page}>
          {error ? (
            <FailureNotice error={error} onRetry={refresh} />
          ) : (
            <Bones
              label={t('status.loading')}
              widths={['40%', '90%', '40%', '90%']}
            />
          )}
        </main>
      </Container>
    );
  }
  const shared = foldTroubles(view.clusters).filter(
    ({ freshness, sources }) => freshness.message && sources.length > 1,
  );
  return (
    <Container>
      <main className={styles.page}>
        {error && checkedAt !== undefined && (
          <OutdatedNotice
            error={error}
            checkedAt={checkedAt}
            onRetry={refresh}
          />
        )}
        {view.clusters.length === 0 && (
          <p className={styles.none}>{t('status.noCluster')}</p>
        )}
        {view.database && <DatabaseNotice database={view.database} />}
        <SharedTroubles troubles={shared} />
        {troubledFirst(view.clusters).map(cluster => (
          <ClusterStatus
            key={cluster.slug}
            cluster={cluster}
            shared={shared.some(({ sources }) => sources.includes(cluster))}
          />
        ))}
      </main>
    </Container>
  );
}

function troubledFirst(clusters: FleetStatus['clusters']) {
  const isWell = ({ freshness }: { freshness: { state: string } }) =>
    Number(freshness.state === 'live');
  return [...clusters].sort((a, b) => isWell(a) - isWell(b));
}
