import { Severity, Verdict } from '../exposure';
import { KubernetesRecord, RecordKind } from '../record';
import { RecordSet, refOf } from '../RecordSet';
import { change } from '../remedy/remedies';
import { checks } from './catalog';
import { Check, CheckContext, CheckVerdict } from './Check';

/**
 * What the Pod Security Standards call a level: `privileged` asks for nothing,
 * `restricted` for all that `baseline` asks for and more.
 *
 * @public
 */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/**
 * What checks are asked about, and how strictly.
 *
 * @public
 */
export interface CheckOptions {
  /** The objects to judge, in the order of the verdicts. */
  objects: Iterable<KubernetesRecord>;
  /** Those objects and all others that are known. */
  records: RecordSet;
  /**
   * Whether every object of a kind is known, so that what is not among the
   * records does not exist.
   */
  knows(kind: RecordKind): boolean;
  /** `restricted` where nothing is said. */
  podSecurity?: PodSecurityLevel;
}

/**
 * The verdict of every check on every object that it concerns: on manifests
 * before they are applied, and on what a cluster runs.
 *
 * @public
 */
export function checkRecords(options: CheckOptions): CheckVerdict[] {
  const { objects, records, podSecurity = 'restricted' } = options;
  const context = { records, knows: options.knows };
  const asked = checks.filter(check => isAsked(check, podSecurity));
  return [...objects].flatMap(record =>
    asked
      .filter(check => check.concerns(record))
      .map(check => verdictOf(check, record, context)),
  );
}

function isAsked({ level }: Check, podSecurity: PodSecurityLevel): boolean {
  return (
    level === undefined || podSecurity === 'restricted' || podSecurity === level
  );
}

const VERDICTS: Record<Severity, Verdict> = {
  error: 'broken',
  warning: 'warning',
  info: 'ok',
};

function verdictOf(
  check: Check,
  record: KubernetesRecord,
  context: CheckContext,
): CheckVerdict {
  const { id, title } = check;
  const found = check.judge(record, context);
  const base = { check: id, title, object: refOf(record) };
  if (!found) {
    return { ...base, verdict: 'ok', evidence: [] };
  }
  const { evidence } = found;
  const field = evidence[0]?.field;
  if ('unknown' in found) {
    return {
      ...base,
      verdict: 'unknown',
      field,
      cause: found.unknown,
      evidence,
    };
  }
  const severity = found.severity ?? check.severity;
  return {
    ...base,
    title: found.title ?? title,
    verdict: VERDICTS[severity],
    severity,
    field,
    cause: found.cause,
    // A manifest is where the change is to be made, whoever applies it.
    remedy: record.uid === '' ? found.remedy : change(record, found.remedy),
    evidence,
  };
}
