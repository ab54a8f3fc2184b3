import { Verdict } from '@backstage-aks/insight';
import styles from './VerdictGlyph.module.css';

const shapes = {
  ok: <circle cx="5" cy="5" r="4.5" />,
  warning: <path d="M5 0.5 9.8 9.5H0.2Z" />,
  broken: <rect x="0.75" y="0.75" width="8.5" height="8.5" />,
  unknown: (
    <circle
      cx="5"
      cy="5"
      r="3.75"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
};

/**
 * The shape of a verdict, in the colour of the text around it. It says nothing
 * to a screen reader: a word always stands beside it.
 */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 10 10" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  );
}
