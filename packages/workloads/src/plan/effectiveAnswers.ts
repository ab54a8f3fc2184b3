import { WorkloadAnswers } from '@backstage-aks/advisor';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { Problem } from './Problem';

/** An answer, and the field of the intent that gives it. */
interface Source {
  option: string;
  field: string;
}

/** The answers of an intent: those given, and those that its fields imply. */
export interface EffectiveAnswers {
  answers: Partial<WorkloadAnswers>;
  /** By question: where its answer comes from. */
  fields: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** What somebody who sets `schedule` need not be asked. */
export function effectiveAnswers(intent: WorkloadIntent): EffectiveAnswers {
  const implied = impliedAnswers(intent);
  const given = Object.entries(intent.answers).flatMap(
    ([question, option]): [string, string][] =>
      option === undefined ? [] : [[question, option]],
  );
  const problems = given.flatMap(([question, option]) => {
    const other = implied.get(question);
    return other && other.option !== option
      ? [
          {
            field: `answers.${question}`,
            message: `is ${option}, but ${other.field} means ${other.option}`,
          },
        ]
      : [];
  });
  return {
    answers: Object.fromEntries([
      ...[...implied].map(([question, { option }]) => [question, option]),
      ...given,
    ]),
    fields: new Map([
      ...[...implied].map(
        ([question, { field }]) => [question, field] as const,
      ),
      ...given.map(([question]) => [question, `answers.${question}`] as const),
    ]),
    problems,
  };
}

function impliedAnswers(intent: WorkloadIntent): Map<string, Source> {
  const { schedule, run, storage, scaling } = intent;
  const implied = new Map<string, Source>();
  if (run) {
    implied.set('completion', { option: 'ends', field: 'run' });
  }
  if (schedule) {
    implied.set('schedule', { option: 'set-times', field: 'schedule' });
    implied.set('completion', { option: 'ends', field: 'schedule' });
  }
  if (storage) {
    implied.set('storage', { option: storage.type, field: 'storage' });
  }
  switch (scaling?.type) {
    case undefined:
      break;
    case 'fixed':
      implied.set('copies', {
        option: scaling.replicas > 1 ? 'several' : 'one',
        field: 'scaling.replicas',
      });
      break;
    case 'keda-jobs':
      implied.set('trigger', { option: 'queue', field: 'scaling' });
      implied.set('completion', { option: 'ends', field: 'scaling' });
      break;
    default:
      implied.set('copies', { option: 'autoscaled', field: 'scaling' });
  }
  return implied;
}
