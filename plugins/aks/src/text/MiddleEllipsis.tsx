import styles from './MiddleEllipsis.module.css';

/** How much of a name's end is kept: what tells `…-v2` from `…-v3` stands there. */
const TAIL = 9;

/** One line of text that loses its middle, not its end, when space is short. */
export function MiddleEllipsis({ text }: { text: string }) {
  if (text.length <= TAIL * 2) {
    return <span className={styles.whole}>{text}</span>;
  }
  return (
    <span className={styles.line}>
      <span className={styles.head}>{text.slice(0, -TAIL)}</span>
      <span className={styles.tail}>{text.slice(-TAIL)}</span>
    </span>
  );
}
