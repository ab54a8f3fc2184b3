import {
  Advice,
  advise,
  WorkloadAnswers,
  WorkloadOutcome,
  workloadTable,
} from '@backstage-aks/advisor';

/** What a form knows: answers as text, as somebody may have put them in a link. */
export type FormAnswers = Readonly<Record<string, string>>;

/** What decides the kind of a workload says nothing that time alone could change. */
export function adviseKind(
  answers: FormAnswers,
): Advice<WorkloadAnswers, WorkloadOutcome> {
  return advise(workloadTable, knownAnswers(answers), { now: new Date(0) });
}

/** Those answers that are options of a question; a link may hold others. */
export function knownAnswers(answers: FormAnswers): Partial<WorkloadAnswers> {
  return Object.fromEntries(
    Object.entries(workloadTable.questions).flatMap(([id, { options }]) => {
      const answer = answers[id];
      return answer !== undefined && Object.hasOwn(options, answer)
        ? [[id, answer]]
        : [];
    }),
  );
}
