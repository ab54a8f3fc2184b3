import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HostList, HostListQuery } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../../translation';
import styles from './Hosts.module.css';

/** Why the list is empty, as far as that is known. */
export function NoHosts(props: { view: HostList; query: HostListQuery }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { view, query } = props;
  const filtered = Boolean(
    query.query || query.class || query.cluster || query.verdict?.length,
  );
  if (view.clusters.length === 0) {
    return <p className={styles.none}>{t('hosts.noCluster')}</p>;
  }
  if (view.nextCursor) {
    return <p className={styles.none}>{t('hosts.noneYet')}</p>;
  }
  return (
    <p className={styles.none}>
      {filtered ? t('hosts.noneMatches') : t('hosts.none')}{' '}
      {t('hosts.onlyVisible')}
    </p>
  );
}
