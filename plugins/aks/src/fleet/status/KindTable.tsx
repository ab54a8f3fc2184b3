import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { Since } from '../../time/Since';
import { aksTranslationRef } from '../../translation';
import { FreshnessBadge } from './FreshnessBadge';
import styles from './Status.module.css';

type Kind = FleetStatus['clusters'][number]['kinds'][number];

/** Kinds of one cluster: how well each is known, and since when. */
export function KindTable(props: { label: string; kinds: Kind[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  // Counts are told only to who may read every namespace.
  const counted = props.kinds.some(({ records }) => records !== undefined);
  return (
    <div
      className={styles.frame}
      role="region"
      aria-label={props.label}
      // A wide table is scrolled, with the keyboard as well.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.kinds} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t('status.kind')}</th>
            <th scope="col">{t('status.state')}</th>
            {counted && (
              <>
                <th scope="col">{t('status.records')}</th>
                <th scope="col">{t('status.lists')}</th>
                <th scope="col">{t('status.malformed')}</th>
              </>
            )}
            <th scope="col">{t('status.lastError')}</th>
          </tr>
        </thead>
        <tbody>
          {props.kinds.map(kind => (
            <KindRow key={kind.kind} kind={kind} counted={counted} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KindRow({ kind, counted }: { kind: Kind; counted: boolean }) {
  const { freshness, records, lists, malformed, lastError } = kind;
  return (
    <tr>
      <th scope="row">{kind.kind}</th>
      <td>
        <FreshnessBadge freshness={freshness} />
        {freshness.since && (
          <span className={styles.note}>
            <Since moment={Date.parse(freshness.since)} />
          </span>
        )}
      </td>
      {counted && (
        <>
          <td>{records?.toLocaleString()}</td>
          <td>{lists?.toLocaleString()}</td>
          <td>{malformed?.toLocaleString()}</td>
        </>
      )}
      <td>
        {lastError && (
          <>
            {lastError.message}
            <span className={styles.note}>
              <Since moment={Date.parse(lastError.at)} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}
