import { Evidence, Hop, HopKind, Verdict } from '../exposure';
import { Freshness } from '../freshness';
import { RecordKind } from '../record';
import { refKey } from '../RecordSet';
import { applyRules, findingOf } from '../rules/applyRules';
import { exposureRules } from '../rules/catalog';
import { isAbout } from '../rules/ExposureRule';
import { RuleContext } from '../rules/Rule';
import { ExposurePath } from './ExposurePath';
import { hopDescription, hopsOf, JudgeableHop } from './hopDescriptions';
import { GATEWAY_ROUTE_KINDS } from './Route';
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

// Behind a listener that does not listen there is nothing to reach. Endpoints
// and pods explain each other, so neither hides the other; and a missing address
// says nothing about what is inside the cluster.
const HIDES_WHAT_FOLLOWS: readonly HopKind[] = ['listener', 'route', 'service'];

/** Judges a path hop by hop, up to the first that lets nothing through. */
export function judgeHops(
  path: ExposurePath,
  context: RuleContext,
  freshness: (kind: RecordKind) => Freshness,
): JudgedHop[] {
  let hidden = false;
  return hopsOf(path).map(kind => {
    if (hidden) {
      return unjudged(kind, path, context);
    }
    const judged = judge(kind, path, context, freshness);
    hidden =
      judged.hop.verdict === 'broken' && HIDES_WHAT_FOLLOWS.includes(kind);
    return judged;
  });
}

function judge(
  kind: JudgeableHop,
  path: ExposurePath,
  context: RuleContext,
  freshness: (kind: RecordKind) => Freshness,
): JudgedHop {
  const { reads, describe } = hopDescription(kind, path);
  const facts = describe(path, context.knows);
  const { faults, unread } = applyRules(
    exposureRules.filter(
      rule => rule.hop === kind && isAbout(rule, path.route.record.kind),
    ),
    path,
    { ...context, knows: kindsKnownTo(kind, path, context) },
  );
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

// The record of the route is at hand, so its kind is known; the other kinds of
// routes say nothing about it. And the address of a Gateway stands in its status,
// whether or not the Service can be seen that was made for it.
function kindsKnownTo(
  kind: JudgeableHop,
  { route }: ExposurePath,
  { knows }: RuleContext,
): RuleContext['knows'] {
  const own: readonly RecordKind[] = route.attachment
    ? [
        ...GATEWAY_ROUTE_KINDS,
        ...(kind === 'address' ? ['Service' as const] : []),
      ]
    : [];
  return wanted => own.includes(wanted) || knows(wanted);
}

function unjudged(
  kind: JudgeableHop,
  path: ExposurePath,
  { knows }: RuleContext,
): JudgedHop {
  const facts = hopDescription(kind, path).describe(path, knows);
  return {
    hop: {
      kind,
      verdict: 'unknown',
      judged: false,
      ...(facts.object && { object: facts.object }),
      subject: facts.subject,
      status: 'not judged',
      evidence: facts.evidence,
    },
  };
}

/** A fact that the hop shows anyway may be a fault's evidence as well. */
function withoutRepeats(evidence: readonly Evidence[]): Evidence[] {
  const byText = new Map(
    evidence.map(item => [
      JSON.stringify([refKey(item.object), item.field, item.value]),
      item,
    ]),
  );
  return [...byText.values()];
}
