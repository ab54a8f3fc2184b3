import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../../translation';
import { Details } from './Details';
import { FreshnessBadge } from './FreshnessBadge';
import { KindTable } from './KindTable';
import { KindTroubles } from './KindTroubles';
import styles from './Status.module.css';
import { TroubleLine } from './TroubleLine';
import { TroubleWords } from './TroubleWords';

type Cluster = FleetStatus['clusters'][number];

/**
 * One cluster: how well it is known as a whole, then what is missing of it.
 *
 * @param props - `shared`: what is wrong with it is told above already.
 */
export function ClusterStatus(props: { cluster: Cluster; shared: boolean }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { name, environment, freshness, nextTryAt, kinds } = props.cluster;
  const live = kinds.filter(kind => kind.freshness.state === 'live');
  // What a cluster does not serve is missing from it, not from the portal.
  const absent = kinds.filter(kind => kind.freshness.state === 'absent');
  const gaps = kinds.filter(kind => ![...live, ...absent].includes(kind));
  const explained = gaps.filter(kind => isExplainedBy(freshness, kind));
  const others = gaps.filter(kind => !explained.includes(kind));
  return (
    <Card>
      <CardHeader className={styles.heading}>
        <Text as="h2" variant="title-x-small" weight="bold">
          {name}
        </Text>
        <FreshnessBadge freshness={freshness} />
        <Text color="secondary">{environment}</Text>
      </CardHeader>
      <CardBody>
        <div className={styles.body}>
          <TroubleLine freshness={freshness} nextTryAt={nextTryAt} />
          {!props.shared && <TroubleWords trouble={freshness} />}
          <Details details={freshness.detail ? [freshness.detail] : []} />
          {kinds.length > 0 && (
            <p className={styles.message}>
              {gaps.length === 0 && freshness.state === 'live'
                ? t('status.allLive')
                : t('status.kindsLive', { count: live.length })}
              {explained.length > 0 &&
                ` ${t('status.sameReason', { count: explained.length })}`}
              {absent.length > 0 &&
                ` ${t('status.notInstalled', { count: absent.length })}`}
            </p>
          )}
          {others.length > 0 && (
            <KindTroubles
              label={t('status.gaps', { cluster: name })}
              kinds={others}
            />
          )}
          {props.cluster.collectedBy === 'another-replica' && (
            <Text color="secondary">{t('status.elsewhere')}</Text>
          )}
          {kinds.length > 0 && (
            <details className={styles.details}>
              <summary>{t('status.showAll', { count: kinds.length })}</summary>
              {absent.length > 0 && (
                <KindTroubles
                  label={t('status.absent', { cluster: name })}
                  kinds={absent}
                />
              )}
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

/** Where a cluster cannot be read, no kind of it can. */
function isExplainedBy(
  { state, reason }: Cluster['freshness'],
  { freshness }: Cluster['kinds'][number],
): boolean {
  return (
    (state === 'stale' || state === 'unreachable') &&
    freshness.reason === reason &&
    (freshness.state === 'stale' || freshness.state === 'unreachable')
  );
}
