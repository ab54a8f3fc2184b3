import { VisuallyHidden } from '@backstage/ui';
import styles from './MiddleEllipsis.module.css';

/** A word up to this length is shown whole, on two lines if need be. */
const SHORT = 32;

/** So are words beside each other that are no longer together. */
const PHRASE = 80;

/** How much of a name's end is kept: `…-v2` differs from `…-v3` only there. */
const TAIL = 9;

/**
 * A name that, when it is long, takes one line and loses its middle, not its
 * end; a phrase of short words takes a few lines. A screen reader hears it whole.
 */
export function MiddleEllipsis({ text }: { text: string }) {
  const wraps = text.split(' ').every(word => word.length <= SHORT);
  if (wraps && text.length <= PHRASE) {
    return <span className={styles.whole}>{text}</span>;
  }
  return (
    <span className={styles.line}>
      <VisuallyHidden>{text}</VisuallyHidden>
      <span className={styles.head} aria-hidden="true">
        {text.slice(0, -TAIL)}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {text.slice(-TAIL)}
      </span>
    </span>
  );
}
