import { Problem } from '../plan/Problem';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';

/** What is wrong with how a Job runs. */
export function runProblems({
  intent: { run },
  kind,
}: WorkloadPlan): Problem[] {
  if (!run) {
    return [];
  }
  if (!ends(kind)) {
    return [{ field: 'run', message: `is for Jobs, and this is a ${kind}` }];
  }
  const problems: [boolean, string, string][] = [
    [
      run.indexed && run.completions === undefined,
      'completions',
      'is required with indexed: how many numbers there are',
    ],
    [
      run.workQueue && run.completions !== undefined,
      'completions',
      'must be left out for a work queue, whose pods know themselves when the work is done',
    ],
    [
      run.workQueue && run.indexed,
      'indexed',
      'cannot be had with a work queue, which has no numbers',
    ],
    [
      run.retriesPerIndex !== undefined && !run.indexed,
      'retriesPerIndex',
      'needs indexed',
    ],
    [
      run.retriesPerIndex !== undefined && run.restartPolicy !== 'Never',
      'restartPolicy',
      'must be Never with retriesPerIndex',
    ],
    [
      run.maxFailedIndexes !== undefined && run.retriesPerIndex === undefined,
      'maxFailedIndexes',
      'needs retriesPerIndex',
    ],
    [
      run.maxFailedIndexes !== undefined &&
        run.maxFailedIndexes > (run.completions ?? Infinity),
      'maxFailedIndexes',
      'must not be above completions',
    ],
    [
      run.failOnExitCodes !== undefined && run.restartPolicy !== 'Never',
      'restartPolicy',
      'must be Never with failOnExitCodes',
    ],
    [
      new Set(run.failOnExitCodes).size !== (run.failOnExitCodes?.length ?? 0),
      'failOnExitCodes',
      'must not name an exit code twice',
    ],
    [
      kind === 'ScaledJob' && run.suspended,
      'suspended',
      'cannot be had with a ScaledJob',
    ],
  ];
  return problems.flatMap(([wrong, field, message]) =>
    wrong ? [{ field: `run.${field}`, message }] : [],
  );
}
