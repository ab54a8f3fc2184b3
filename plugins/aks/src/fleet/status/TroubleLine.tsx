import { Since } from '../../time/Since';
import { SourceFreshness } from '../../states/sourceGaps';
import { NextTry } from './NextTry';
import styles from './Status.module.css';

/** Since when a source is as it is, and when it is tried again. */
export function TroubleLine(props: {
  freshness: Pick<SourceFreshness, 'since'>;
  nextTryAt?: string;
}) {
  const { since } = props.freshness;
  const { nextTryAt } = props;
  if (!since && !nextTryAt) {
    return null;
  }
  return (
    <span className={styles.note}>
      {since && <Since moment={Date.parse(since)} />}
      {since && nextTryAt && ' · '}
      {nextTryAt && <NextTry at={nextTryAt} />}
    </span>
  );
}
