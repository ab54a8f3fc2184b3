import { HopFinding, Severity } from '../exposure';
import { RecordKind } from '../record';
import { Fault, Rule, RuleContext } from './Rule';

/** What rules said about one subject. */
export interface Judgement<Asked extends Rule<never>> {
  /** Gravest first; of one severity in the order of the rules. */
  faults: { rule: Asked; fault: Fault; severity: Severity }[];
  /** Kinds that rules would have had to read and that are not known. */
  unread: RecordKind[];
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Asks every rule whose sources are known. */
export function applyRules<Subject, Asked extends Rule<Subject>>(
  rules: readonly Asked[],
  subject: Subject,
  context: RuleContext,
): Judgement<Asked> {
  const unknown = (rule: Asked) =>
    rule.reads.filter(kind => !context.knows(kind));
  const faults = rules
    .filter(rule => unknown(rule).length === 0)
    .flatMap(rule => {
      const fault = rule.judge(subject, context);
      return fault
        ? [{ rule, fault, severity: fault.severity ?? rule.severity }]
        : [];
    })
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  return { faults, unread: [...new Set(rules.flatMap(unknown))] };
}

/** Without the faults that other faults, of no less weight, tell better. */
export function withoutYielding<
  Asked extends Rule<never> & { yieldsTo?: readonly string[] },
>({ faults, unread }: Judgement<Asked>): Judgement<Asked> {
  return {
    unread,
    faults: faults.filter(
      ({ rule, severity }) =>
        !faults.some(
          other =>
            rule.yieldsTo?.includes(other.rule.id) &&
            WEIGHT[other.severity] <= WEIGHT[severity],
        ),
    ),
  };
}

/** A fault as pages show it. */
export function findingOf({
  rule,
  fault,
  severity,
}: Judgement<Rule<never>>['faults'][number]): HopFinding {
  const { id } = rule;
  const { title = rule.title, cause, remedy } = fault;
  return { rule: id, severity, title, cause, remedy };
}
