import { VisuallyHidden } from '@backstage/ui';
import styles from './MiddleEllipsis.module.css';

/** A text up to this length is shown whole, on two or three lines if need be. */
const SHORT = 32;

/** How much of a name's end is kept: `…-v2` differs from `…-v3` only there. */
const TAIL = 9;

/**
 * A name that, when it is long, takes one line and loses its middle, not its
 * end. A screen reader hears it whole.
 */
export function MiddleEllipsis({ text }: { text: string }) {
  if (text.length <= SHORT) {
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
