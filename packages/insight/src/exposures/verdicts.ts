import { Verdict } from '../exposure';

const GRAVITY: readonly Verdict[] = ['broken', 'warning', 'unknown', 'ok'];

/**
 * The verdict of a whole: `broken` before `warning` before `unknown` before
 * `ok`. A warning comes before what is not known because it is certain and asks
 * for something to be done. Of nothing, nothing is known.
 *
 * @public
 */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return GRAVITY.find(verdict => verdicts.includes(verdict)) ?? 'unknown';
}

/**
 * How many there are of each verdict.
 *
 * @public
 */
export function countVerdicts(
  verdicts: readonly Verdict[],
): Record<Verdict, number> {
  const counts = { ok: 0, warning: 0, broken: 0, unknown: 0 };
  for (const verdict of verdicts) {
    counts[verdict]++;
  }
  return counts;
}
