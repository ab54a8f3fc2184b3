import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { HostEntry } from '@backstage-aks/plugin-aks-common';
import { ReactNode } from 'react';
import { wantedHostQuery } from '../../exposure/useWantedHost';
import { Breakable } from '../../text/Breakable';
import { listBriefly } from '../../text/listBriefly';
import { noneOr } from '../../text/noneOr';
import { wayTitle } from '../../text/wayTitle';
import { aksTranslationRef, AksTranslate } from '../../translation';
import { AsOf } from '../../verdict/staleClusters';
import { VerdictBadge } from '../../verdict/VerdictBadge';
import styles from './Hosts.module.css';

/** One host: its name, how it stands and why, and whose it is. */
export function HostRow(props: { host: HostEntry; asOf?: AsOf }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { host: entry, asOf } = props;
  const { route, cluster, verdict, sentence, finding } = entry;
  const addresses = entry.addresses.flatMap(
    ({ ip, hostname }) => ip ?? hostname ?? [],
  );
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.host}>
        <Breakable text={wayTitle(entry, t)} />
      </th>
      <Cell name={t('hosts.state')}>
        <VerdictBadge
          verdict={verdict}
          word={verdictInWords(entry, t)}
          asOf={asOf}
        />
        {verdict !== 'ok' && (
          <span className={styles.why}>
            {finding ? `${finding.rule} · ${finding.title}` : sentence}
          </span>
        )}
      </Cell>
      <Cell name={t('hosts.owner')}>
        <Owners entry={entry} />
      </Cell>
      <Cell name={t('hosts.address')}>
        {addresses.length > 0
          ? listBriefly(addresses, 2, t)
          : noneOr(entry.unseen?.addresses, t('hosts.noAddress'), t)}
      </Cell>
      <Cell name={t('hosts.className')}>
        {entry.className ??
          noneOr(entry.unseen?.className, t('hosts.noClassName'), t)}
      </Cell>
      <Cell name={t('hosts.place')}>
        {cluster.name}
        <span className={styles.object}>
          {route.kind} {route.namespace}/{route.name}
        </span>
      </Cell>
    </tr>
  );
}

function Owners({ entry }: { entry: HostEntry }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const linkTo = useEntityRefLink();
  const { owners, entities } = entry;
  return (
    <>
      {owners.length > 0 ? (
        owners.map(ref => (
          <Link key={ref} href={linkTo(ref)}>
            {nameOf(ref)}
          </Link>
        ))
      ) : (
        <span>{t('hosts.noOwner')}</span>
      )}
      {entities.map(({ entityRef, title }) => (
        <Link
          key={entityRef}
          href={`${linkTo(entityRef)}/exposure${wantedHostQuery(entry.host)}`}
        >
          {title ?? nameOf(entityRef)}
        </Link>
      ))}
    </>
  );
}

// The name of the column stands beside the value where rows are blocks.
function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <td>
      <span className={styles.cellName} aria-hidden="true">
        {name}
      </span>
      <div className={styles.cell}>{children}</div>
    </td>
  );
}

function verdictInWords(
  { verdict, brokenAt }: HostEntry,
  t: AksTranslate,
): string {
  return verdict === 'ok' || !brokenAt
    ? t(`verdict.${verdict}`)
    : t(`verdict.${verdict}At`, { hop: t(`hop.${brokenAt}`) });
}

function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}
