import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HostEntry, Source } from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../../translation';
import { asOf, staleClusters } from '../../verdict/staleClusters';
import { HostRow } from './HostRow';
import styles from './Hosts.module.css';

/** A page of hosts. Where space is short each row becomes a block. */
export function HostTable(props: { hosts: HostEntry[]; sources: Source[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { hosts, sources } = props;
  const stale = staleClusters(sources);
  return (
    <div className={styles.frame}>
      {/* The roles stay when the styles turn the table into blocks. */}
      <table
        className={styles.table}
        role="table"
        aria-label={t('hosts.label')}
      >
        <thead className={styles.head}>
          <tr>
            <th scope="col">{t('hosts.host')}</th>
            <th scope="col">{t('hosts.state')}</th>
            <th scope="col">{t('hosts.owner')}</th>
            <th scope="col">{t('hosts.address')}</th>
            <th scope="col">{t('hosts.className')}</th>
            <th scope="col">{t('hosts.place')}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(host => (
            <HostRow key={keyOf(host)} host={host} asOf={asOf(host, stale)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyOf({ cluster, route, host }: HostEntry): string {
  return [cluster.slug, route.kind, route.namespace, route.name, host].join(
    '/',
  );
}
