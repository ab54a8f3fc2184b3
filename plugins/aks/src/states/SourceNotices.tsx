import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { Source } from '@backstage-aks/plugin-aks-common';
import { Since } from '../time/Since';
import { aksTranslationRef, AksTranslate } from '../translation';
import { SourceGap, sourceGaps } from './sourceGaps';
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
  const [first] = gaps;
  return (
    <section className={styles.notices} aria-label={t('notices.label')}>
      <Alert
        status={gaps.every(isPending) ? 'info' : 'warning'}
        icon
        title={
          gaps.length === 1 ? (
            <Gap gap={first} />
          ) : (
            t('notices.several', { value: String(gaps.length) })
          )
        }
        description={
          gaps.length === 1 ? first.freshness.message : <Gaps gaps={gaps} />
        }
      />
    </section>
  );
}

// Whoever needs more than these few has a page for it.
const GAPS_SHOWN = 5;

function Gaps({ gaps }: { gaps: SourceGap[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const item = (gap: SourceGap) => (
    <li key={`${gap.cluster}/${gap.kind ?? ''}`}>
      <Gap gap={gap} />
      {gap.freshness.message && `. ${gap.freshness.message}`}
    </li>
  );
  const left = gaps.slice(GAPS_SHOWN);
  return (
    <>
      <ul className={styles.gaps}>{gaps.slice(0, GAPS_SHOWN).map(item)}</ul>
      {left.length > 0 && (
        <details className={styles.details}>
          <summary>{t('more', { value: String(left.length) })}</summary>
          <ul className={styles.gaps}>{left.map(item)}</ul>
        </details>
      )}
    </>
  );
}

function Gap({ gap }: { gap: SourceGap }) {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <>
      {titleOf(gap, t)}
      {gap.freshness.since && (
        <>
          {' '}
          <Since moment={Date.parse(gap.freshness.since)} />
        </>
      )}
    </>
  );
}

function isPending({ freshness }: SourceGap): boolean {
  return freshness.state === 'pending';
}

function titleOf({ cluster, kind, freshness }: SourceGap, t: AksTranslate) {
  const name = kind ? t('notices.kindOfCluster', { kind, cluster }) : cluster;
  return freshness.state === 'live'
    ? name
    : t(`notices.${freshness.state}`, { name });
}
