import { VisuallyHidden } from '@backstage/ui';
import styles from './MiddleEllipsis.module.css';

/** How much of a name's end is kept: `…-v2` differs from `…-v3` only there. */
const TAIL = 9;

/**
 * One line of text that loses its middle, not its end, when space is short. A
 * screen reader hears it whole.
 */
export function MiddleEllipsis({ text }: { text: string }) {
  if (text.length <= TAIL * 2) {
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
