import {
  advise,
  WorkloadAnswers,
  WorkloadOutcome,
  workloadTable,
} from '@backstage-aks/advisor';
import { ScalingIntent } from '../intent/scaling';
import { WorkloadIntent, workloadIntent } from '../intent/WorkloadIntent';
import { configurationProblems } from '../rules/configurationRules';
import { containerProblems } from '../rules/containerRules';
import { exposureProblems } from '../rules/exposureRules';
import { kindProblems } from '../rules/kindRules';
import { runProblems } from '../rules/runRules';
import { scalingProblems } from '../rules/scalingRules';
import { secretProblems } from '../rules/secretRules';
import { effectiveAnswers } from './effectiveAnswers';
import { Problem, schemaProblems } from './Problem';
import { WorkloadKind, WorkloadPlan } from './WorkloadPlan';

/** A plan, or why there is none. */
export type Planned =
  | { ok: true; plan: WorkloadPlan }
  | { ok: false; problems: Problem[] };

const KINDS: Readonly<Record<WorkloadOutcome, WorkloadKind>> = {
  deployment: 'Deployment',
  'deployment-recreate': 'Deployment',
  'stateful-set': 'StatefulSet',
  'daemon-set': 'DaemonSet',
  'daemon-set-one-shot': 'DaemonSet',
  job: 'Job',
  'cron-job': 'CronJob',
  'scaled-job': 'ScaledJob',
};

const RULES: readonly ((plan: WorkloadPlan) => Problem[])[] = [
  kindProblems,
  containerProblems,
  configurationProblems,
  secretProblems,
  scalingProblems,
  runProblems,
  exposureProblems,
];

/** The plan for what somebody wrote, or everything that is wrong with it. */
export function planWorkload(input: unknown): Planned {
  const parsed = workloadIntent.safeParse(input, { reportInput: true });
  return parsed.success
    ? planIntent(parsed.data)
    : { ok: false, problems: schemaProblems(parsed.error) };
}

/** The plan for an intent of the right form. */
export function planIntent(intent: WorkloadIntent): Planned {
  const { answers, fields, problems: disagreements } = effectiveAnswers(intent);
  if (disagreements.length > 0) {
    return { ok: false, problems: disagreements };
  }
  // The table of kinds has no fact with a last day, so any moment will do.
  const advice = advise(workloadTable, answers, { now: new Date(0) });
  if (advice.type === 'contradiction') {
    const message = `${advice.reason.because} ${advice.remedy}`;
    return {
      ok: false,
      problems: advice.reason.answers
        .flatMap(({ question }) => fields.get(question) ?? [])
        .filter((field, index, all) => all.indexOf(field) === index)
        .map(field => ({ field, message })),
    };
  }
  const { id } = advice.outcome;
  const plan: WorkloadPlan = {
    intent,
    kind: KINDS[id],
    recreate: id === 'deployment-recreate',
    oncePerNode: id === 'daemon-set-one-shot',
    scaling: scalingOf(intent, id, answers.copies),
    advice,
  };
  const problems = RULES.flatMap(rule => rule(plan));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan };
}

function scalingOf(
  { scaling }: WorkloadIntent,
  outcome: WorkloadOutcome,
  copies?: WorkloadAnswers['copies'],
): ScalingIntent | undefined {
  if (scaling) {
    return scaling;
  }
  switch (outcome) {
    case 'deployment-recreate':
      return { type: 'fixed', replicas: 1 };
    case 'deployment':
    case 'stateful-set':
      // Two, so that one can go while a node is drained.
      return { type: 'fixed', replicas: copies === 'one' ? 1 : 2 };
    default:
      return undefined;
  }
}
