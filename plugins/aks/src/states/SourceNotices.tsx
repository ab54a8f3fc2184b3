import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { Source } from '@backstage-aks/plugin-aks-common';
import { Since } from '../time/Since';
import { aksTranslationRef, AksTranslate } from '../translation';
import { listBriefly } from '../text/listBriefly';
import { foldTroubles, SharedTrouble } from './foldTroubles';
import { SourceFreshness, SourceGap, sourceGaps } from './sourceGaps';
import styles from './states.module.css';

/**
 * What keeps something from the page: one notice, which lists the sources where
 * there are several.
 */
export function SourceNotices(props: { sources: Source[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const gaps = sourceGaps(props.sources);
  if (gaps.length === 0) {
    return null;
  }
  const troubles = foldTroubles(gaps);
  const [first] = troubles;
  return (
    <section className={styles.notices} aria-label={t('notices.label')}>
      <Alert
        status={gaps.every(isPending) ? 'info' : 'warning'}
        icon
        title={
          troubles.length === 1 ? (
            <Trouble trouble={first} />
          ) : (
            t('notices.several', { value: String(gaps.length) })
          )
        }
        description={
          troubles.length === 1 ? (
            wordsOf(first.freshness)
          ) : (
            <Troubles troubles={troubles} />
          )
        }
      />
    </section>
  );
}

// Whoever needs more than these few has a page for it.
const TROUBLES_SHOWN = 5;
const SOURCES_SHOWN = 5;

function Troubles({ troubles }: { troubles: SharedTrouble<SourceGap>[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const item = (trouble: SharedTrouble<SourceGap>) => {
    const [{ cluster, kind = '' }] = trouble.sources;
    const words = wordsOf(trouble.freshness);
    return (
      <li key={`${cluster}/${kind}`}>
        <Trouble trouble={trouble} />
        {words && `. ${words}`}
      </li>
    );
  };
  const left = troubles.slice(TROUBLES_SHOWN);
  return (
    <>
      <ul className={styles.gaps}>
        {troubles.slice(0, TROUBLES_SHOWN).map(item)}
      </ul>
      {left.length > 0 && (
        <details className={styles.details}>
          <summary>{t('more', { value: String(left.length) })}</summary>
          <ul className={styles.gaps}>{left.map(item)}</ul>
        </details>
      )}
    </>
  );
}

function Trouble({ trouble }: { trouble: SharedTrouble<SourceGap> }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const since = trouble.sources
    .flatMap(({ freshness }) => freshness.since ?? [])
    .sort()[0];
  return (
    <>
      {titleOf(trouble, t)}
      {since && (
        <>
          {' '}
          <Since moment={Date.parse(since)} />
        </>
      )}
    </>
  );
}

/** What is wrong, then what to do. */
function wordsOf({ message, remedy }: SourceFreshness): string {
  return [message, remedy].filter(Boolean).join(' ');
}

function isPending({ freshness }: SourceGap): boolean {
  return freshness.state === 'pending';
}

function titleOf(
  { freshness, sources }: SharedTrouble<SourceGap>,
  t: AksTranslate,
) {
  const names = sources.map(gap => nameOf(gap, t));
  const [name] = names;
  if (freshness.state === 'live') {
    return name;
  }
  return names.length === 1
    ? t(`notices.${freshness.state}`, { name })
    : t(`notices.${freshness.state}Together`, {
        names: listBriefly(names, SOURCES_SHOWN, t),
      });
}

function nameOf({ cluster, kind }: SourceGap, t: AksTranslate): string {
  return kind ? t('notices.kindOfCluster', { kind, cluster }) : cluster;
}
