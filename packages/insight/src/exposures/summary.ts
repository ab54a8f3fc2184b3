import { Exposure, UnseenFields, Verdict } from '../exposure';
import { Address, ObjectRef } from '../records/base';
import { refKey } from '../RecordSet';
import type { ExposureResult } from './exposures';
import { sourceGap } from './sourceFinding';
import { countVerdicts, worstVerdict } from './verdicts';

/**
 * One object that lets traffic in, with everything it lets in.
 *
 * @public
 */
export interface EntryRow {
  route: ObjectRef;
  hosts: string[];
  paths: string[];
  className?: string;
  addresses: Address[];
  /** As of an {@link Exposure}. */
  unseen?: UnseenFields;
  verdict: Verdict;
  /** That of the exposure with the worst verdict. */
  sentence: string;
  createdAt?: string;
}

/**
 * The exposures in one sentence and a few numbers.
 *
 * @public
 */
export interface ExposureSummary {
  verdict: Verdict;
  sentence: string;
  /** How many exposures there are, by verdict. */
  counts: Record<Verdict, number>;
}

/**
 * Sums up the exposures of a service, of one cluster or of several. What could
 * not be read turns an `ok` or an empty list into `unknown`.
 *
 * @public
 */
export function summarize(
  exposures: readonly Exposure[],
  unread: ExposureResult['unread'],
): ExposureSummary {
  const verdicts = exposures.map(({ verdict }) => verdict);
  const counts = countVerdicts(verdicts);
  const verdict = worstVerdict([
    ...verdicts,
    ...unread.map((): Verdict => 'unknown'),
  ]);
  const decisive = exposures.find(exposure => exposure.verdict === verdict);
  const [gap] = unread.flatMap(
    ({ kind, freshness }) => sourceGap(kind, freshness) ?? [],
  );
  if (gap && (verdict === 'unknown' || !decisive)) {
    return {
      verdict,
      sentence: `What leads to this service is not fully known: ${gap.clause}.`,
      counts,
    };
  }
  if (!decisive) {
    return {
      verdict,
      sentence:
        'No Ingress, no route of a Gateway and no load balancer leads to this service.',
      counts,
    };
  }
  return {
    verdict,
    sentence:
      verdict === 'ok' && exposures.length > 1
        ? `All ${exposures.length} ways in reach their pods.`
        : decisive.sentence,
    counts,
  };
}

/**
 * The exposures by the object that lets them in, in the order of its first
 * exposure.
 *
 * @public
 */
export function entryRows(exposures: readonly Exposure[]): EntryRow[] {
  const byRoute = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    const key = refKey(exposure.route);
    byRoute.set(key, [...(byRoute.get(key) ?? []), exposure]);
  }
  return [...byRoute.values()].map(rowOf);
}

function rowOf(exposures: Exposure[]): EntryRow {
  const [first] = exposures;
  const verdict = worstVerdict(exposures.map(exposure => exposure.verdict));
  const worst = exposures.find(exposure => exposure.verdict === verdict);
  return {
    route: first.route,
    hosts: unique(exposures.flatMap(({ host }) => (host ? [host] : []))),
    paths: unique(
      exposures.flatMap(({ paths }) => paths.map(({ path }) => path)),
    ),
    ...(first.className && { className: first.className }),
    addresses: first.addresses,
    ...(first.unseen && { unseen: first.unseen }),
    verdict,
    sentence: (worst ?? first).sentence,
    ...(first.createdAt && { createdAt: first.createdAt }),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
