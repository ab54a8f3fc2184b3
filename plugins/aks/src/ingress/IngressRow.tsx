import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { IngressRow as Row } from '@backstage-aks/plugin-aks-common';
import { ReactNode } from 'react';
import { MiddleEllipsis } from '../text/MiddleEllipsis';
import { listBriefly } from '../text/listBriefly';
import { noneOr } from '../text/noneOr';
import { wayTitle } from '../text/wayTitle';
import { Age } from '../time/Age';
import { aksTranslationRef } from '../translation';
import { AsOf } from '../verdict/staleClusters';
import { VerdictBadge } from '../verdict/VerdictBadge';
import styles from './IngressCard.module.css';

/** One Ingress: its hosts and state first, then where and how it is served. */
export function IngressRow(props: {
  row: Row;
  /** Present where its cluster is not known as it is now. */
  asOf?: AsOf;
  withPlace: boolean;
  withSentence: boolean;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { row } = props;
  const hosts = row.hosts.map(host => wayTitle({ host, route: row.route }, t));
  const addresses = row.addresses.map(({ ip, hostname }) => ip ?? hostname);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <Hosts hosts={hosts} />
        <VerdictBadge verdict={row.verdict} asOf={props.asOf} />
      </div>
      {props.withSentence && <p className={styles.sentence}>{row.sentence}</p>}
      <dl className={styles.facts}>
        <Fact name={t('ingress.paths')}>
          {row.paths.length > 0
            ? listBriefly(row.paths, 3, t)
            : t('ingress.everyPath')}
        </Fact>
        <Fact name={t('ingress.className')}>
          {row.className ??
            noneOr(row.unseen?.className, t('ingress.noClassName'), t)}
        </Fact>
        <Fact name={t('ingress.address')}>
          {addresses.length > 0
            ? listBriefly(addresses.map(String), 2, t)
            : noneOr(row.unseen?.addresses, t('ingress.noAddress'), t)}
        </Fact>
        {row.createdAt && (
          <Fact name={t('ingress.age')}>
            <Age since={row.createdAt} />
          </Fact>
        )}
        {props.withPlace && (
          <Fact name={t('ingress.place')}>
            {row.cluster.environment} · {row.cluster.name}
          </Fact>
        )}
      </dl>
    </li>
  );
}

const HOSTS_SHOWN = 3;

function Hosts({ hosts }: { hosts: string[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const left = hosts.length - HOSTS_SHOWN;
  return (
    <ul className={styles.hosts}>
      {hosts.slice(0, HOSTS_SHOWN).map(host => (
        <li key={host} title={host}>
          <MiddleEllipsis text={host} />
        </li>
      ))}
      {left > 0 && (
        <li className={styles.more} title={hosts.join('\n')}>
          {t('more', { value: String(left) })}
        </li>
      )}
    </ul>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
