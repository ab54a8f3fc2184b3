import { CheckVerdict, Verdict } from '@backstage-aks/insight';

/** A verdict as an output of the action. */
export interface ShownVerdict {
  environment?: string;
  check: string;
  title: string;
  /** Kind, namespace and name. */
  object: string;
  verdict: Verdict;
  field?: string;
  cause?: string;
  remedy?: string;
  /** File and line. */
  where?: string;
}

/** What was found, and what could not be judged, with the reason. */
export interface Judgement {
  verdicts: ShownVerdict[];
  unjudged: string[];
}

/** What an output says of a verdict. */
export function shown(
  { check, title, object, verdict, field, cause, remedy }: CheckVerdict,
  more: Pick<ShownVerdict, 'environment' | 'where'>,
): ShownVerdict {
  const { kind, namespace, name } = object;
  return {
    ...more,
    check,
    title,
    object: [kind, namespace ? `${namespace}/${name}` : name].join(' '),
    verdict,
    field,
    cause,
    remedy: remedy?.text,
  };
}

export function countVerdicts(
  verdicts: readonly ShownVerdict[],
): Record<Verdict, number> {
  const counts = { ok: 0, warning: 0, broken: 0, unknown: 0 };
  for (const { verdict } of verdicts) {
    counts[verdict] += 1;
  }
  return counts;
}

/** The verdicts that fail a step; what is not known never does. */
export function faultsAtLeast(
  level: 'broken' | 'warning',
  verdicts: readonly ShownVerdict[],
): ShownVerdict[] {
  return verdicts.filter(
    ({ verdict }) =>
      verdict === 'broken' || (level === 'warning' && verdict === 'warning'),
  );
}
