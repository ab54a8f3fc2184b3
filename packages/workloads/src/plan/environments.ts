import { ScalingIntent } from '../intent/scaling';
import { EnvironmentIntent, WorkloadIntent } from '../intent/WorkloadIntent';
import { fieldPath, Problem } from './Problem';
import { planIntent } from './planWorkload';
import { WorkloadPlan } from './WorkloadPlan';

/** One environment, and the plan for it. */
export interface EnvironmentPlan {
  name: string;
  plan: WorkloadPlan;
}

/** The plan for each environment, or what is wrong with some of them. */
export function environmentPlans(base: WorkloadPlan): {
  plans: EnvironmentPlan[];
  problems: Problem[];
} {
  const plans: EnvironmentPlan[] = [];
  const problems: Problem[] = [];
  base.intent.environments.forEach((environment, index) => {
    const unknown = Object.keys(environment.environment ?? {}).filter(
      name => !Object.hasOwn(base.intent.environment, name),
    );
    problems.push(
      ...unknown.map(name => ({
        field: fieldPath(['environments', index, 'environment', name]),
        message:
          'must be in environment too, with the value for all other environments',
      })),
    );
    const planned = planIntent(intentFor(base, environment));
    if (planned.ok) {
      plans.push({ name: environment.name, plan: planned.plan });
    } else {
      problems.push(
        ...planned.problems.map(({ field, message }) =>
          problemOf(environment, index, field, message),
        ),
      );
    }
  });
  return { plans, problems };
}

/** The intent as it is in one environment. */
function intentFor(
  { intent, scaling }: WorkloadPlan,
  environment: EnvironmentIntent,
): WorkloadIntent {
  const { namespace, image, hosts } = environment;
  const { exposure } = intent;
  return {
    ...intent,
    // How many copies there are is what differs; the kind must not.
    answers: { ...intent.answers, copies: undefined },
    namespace: namespace ?? intent.namespace,
    image: image ?? intent.image,
    environment: { ...intent.environment, ...environment.environment },
    scaling: scalingIn(environment, scaling) ?? intent.scaling,
    exposure:
      hosts && (exposure.type === 'gateway' || exposure.type === 'ingress')
        ? { ...exposure, hosts }
        : exposure,
  };
}

function scalingIn(
  { replicas, minReplicas, maxReplicas }: EnvironmentIntent,
  scaling: ScalingIntent | undefined,
): ScalingIntent | undefined {
  switch (scaling?.type) {
    case 'fixed':
      return { ...scaling, replicas: replicas ?? scaling.replicas };
    case 'hpa':
    case 'keda':
      return {
        ...scaling,
        minReplicas: minReplicas ?? scaling.minReplicas,
        maxReplicas: maxReplicas ?? scaling.maxReplicas,
      };
    default:
      return scaling;
  }
}

/** A problem of an environment's plan at the field that made it. */
function problemOf(
  environment: EnvironmentIntent,
  index: number,
  field: string,
  message: string,
): Problem {
  const last = field.split('.').pop() ?? field;
  return Object.hasOwn(environment, last)
    ? { field: fieldPath(['environments', index, last]), message }
    : {
        field: fieldPath(['environments', index]),
        message: `cannot be planned: ${field} ${message}`,
      };
}
