import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../../translation';
import { FreshnessBadge } from './FreshnessBadge';
import { KindTable } from './KindTable';
import styles from './Status.module.css';

type Cluster = FleetStatus['clusters'][number];

/** One cluster: how well it is known as a whole, then what is missing of it. */
export function ClusterStatus({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { name, environment, freshness, kinds } = cluster;
  const live = kinds.filter(kind => kind.freshness.state === 'live');
  // What a cluster does not serve is missing from it, not from the portal.
  const gaps = kinds.filter(
    kind => !['live', 'absent'].includes(kind.freshness.state),
  );
  return (
    <Card>
      <CardHeader className={styles.cluster}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {name}
        </Text>
        <FreshnessBadge freshness={freshness} />
        <Text color="secondary">{environment}</Text>
      </CardHeader>
      <CardBody>
        <div className={styles.body}>
          {freshness.message && (
            <p className={styles.message}>{freshness.message}</p>
          )}
          <p className={styles.message}>
            {gaps.length === 0 && freshness.state === 'live'
              ? t('status.allLive')
              : t('status.kindsLive', { count: live.length })}
          </p>
          {gaps.length > 0 && (
            <KindTable
              label={t('status.gaps', { cluster: name })}
              kinds={gaps}
            />
          )}
          {kinds.length > 0 && (
            <details className={styles.all}>
              <summary>{t('status.showAll', { count: kinds.length })}</summary>
              <KindTable
                label={t('status.all', { cluster: name })}
                kinds={kinds}
              />
            </details>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
