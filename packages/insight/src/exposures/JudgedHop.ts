import { Evidence, Hop, HopKind, Verdict } from '../exposure';
import { Freshness } from '../freshness';
import { RecordKind } from '../record';
import { refKey } from '../RecordSet';
import { findingOf, Judgement } from '../rules/applyRules';
import { ExposureRule } from '../rules/ExposureRule';
import { JudgeableHop } from './hopDescriptions';
import { HopFacts } from './HopFacts';
import { sourceGap } from './sourceFinding';

/** A hop, with what a sentence about the whole path needs of it. */
export interface JudgedHop {
  hop: Hop;
  /** What is the matter, in a clause. */
  clause?: string;
  /** Whether the clause leaves open that traffic passes. */
  doubt?: boolean;
  explainedBy?: HopKind;
}

/**
 * A hop as what stands there and what rules said make it.
 *
 * @param reads - The kinds without which its facts are not known.
 */
export function judgedHop(
  kind: JudgeableHop,
  facts: HopFacts,
  { faults, unread }: Judgement<ExposureRule>,
  reads: readonly RecordKind[],
  freshness: (kind: RecordKind) => Freshness,
): JudgedHop {
  const findings = faults.map(findingOf);
  const [first] = faults;
  const hop = (verdict: Verdict, status: string): Hop => ({
    kind,
    verdict,
    judged: true,
    ...(facts.object && { object: facts.object }),
    subject: facts.subject,
    status,
    ...(findings.length > 0 && { finding: findings[0] }),
    ...(findings.length > 1 && { otherFindings: findings.slice(1) }),
    evidence: withoutRepeats([
      ...facts.evidence,
      ...faults.flatMap(({ fault }) => fault.evidence),
    ]),
  });
  if (first && first.severity !== 'info') {
    return {
      hop: hop(
        first.severity === 'error' ? 'broken' : 'warning',
        first.fault.status,
      ),
      clause: first.fault.clause,
      doubt: first.fault.doubt,
      explainedBy: first.rule.explainedBy,
    };
  }
  const [gap] = [...reads, ...unread].flatMap(
    source => sourceGap(source, freshness(source)) ?? [],
  );
  if (gap) {
    return {
      hop: {
        ...hop('unknown', gap.status),
        finding: gap.finding,
        ...(findings.length > 0 && { otherFindings: findings }),
      },
      clause: gap.clause,
    };
  }
  return facts.open === undefined
    ? { hop: hop('ok', first?.fault.status ?? facts.status) }
    : { hop: hop('unknown', facts.status), clause: facts.open };
}

/** A hop behind a break, of which it makes no odds how it stands. */
export function unjudgedHop(
  kind: JudgeableHop,
  { object, subject, evidence }: HopFacts,
): JudgedHop {
  return {
    hop: {
      kind,
      verdict: 'unknown',
      judged: false,
      ...(object && { object }),
      subject,
      status: 'not judged',
      evidence,
    },
  };
}

/** A fact that the hop shows anyway may be a fault's evidence as well. */
function withoutRepeats(evidence: readonly Evidence[]): Evidence[] {
  const byText = new Map(
    evidence.map(item => [
      [refKey(item.object), item.field, item.value].join('\n'),
      item,
    ]),
  );
  return [...byText.values()];
}
