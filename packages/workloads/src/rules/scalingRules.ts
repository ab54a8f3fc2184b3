import { ScalingIntent, TriggerIntent } from '../intent/scaling';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { fieldPath, Problem } from '../plan/Problem';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { triggerProblems } from './triggerRules';

/** What is wrong with the number of copies and with who sets it. */
export function scalingProblems({
  intent,
  kind,
  scaling,
}: WorkloadPlan): Problem[] {
  return [
    ...(scaling ? ofType(scaling) : []),
    ...(scaling?.type === 'keda-jobs' && kind !== 'ScaledJob'
      ? [
          {
            field: 'scaling.type',
            message: `must not be keda-jobs for a ${kind}`,
          },
        ]
      : []),
    ...environmentProblems(intent, scaling),
  ];
}

function ofType(scaling: ScalingIntent): Problem[] {
  switch (scaling.type) {
    case 'hpa':
      return [
        // An environment may say so, where another autoscaler would take it.
        ...(scaling.minReplicas < 1
          ? [
              {
                field: 'scaling.minReplicas',
                message:
                  'must be at least 1: only KEDA takes a workload down to no copy',
              },
            ]
          : []),
        ...boundsProblems(scaling),
        ...metricProblems(scaling),
      ];
    case 'keda':
      return [
        ...boundsProblems(scaling),
        ...triggerProblems(scaling.triggers),
        ...kedaProblems(scaling),
      ];
    case 'keda-jobs':
      return [
        ...triggerProblems(scaling.triggers),
        // https://keda.sh/docs/2.21/scalers/cpu/
        ...scaling.triggers.flatMap(({ type }, index) =>
          type === 'cpu' || type === 'memory'
            ? [
                {
                  field: `scaling.triggers[${index}].type`,
                  message: `must not be ${type} for runs that a queue starts: no copy uses any before it runs`,
                },
              ]
            : [],
        ),
      ];
    default:
      return [];
  }
}

function boundsProblems({
  minReplicas,
  maxReplicas,
}: {
  minReplicas: number;
  maxReplicas: number;
}): Problem[] {
  return maxReplicas > minReplicas
    ? []
    : [
        {
          field: 'scaling.maxReplicas',
          message: `must be above minReplicas (${minReplicas}), or there is nothing to scale`,
        },
      ];
}

function metricProblems({
  metrics,
}: Extract<ScalingIntent, { type: 'hpa' }>): Problem[] {
  const keys = metrics.map(metric =>
    'resource' in metric
      ? `${metric.type} ${metric.resource}`
      : JSON.stringify(metric),
  );
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [
          {
            field: `scaling.metrics[${index}]`,
            message: 'is a metric that is there already',
          },
        ]
      : [],
  );
}

// What KEDA's admission webhook refuses, https://keda.sh/docs/2.21/, 2026-08-20.
function kedaProblems({
  minReplicas,
  maxReplicas,
  triggers,
  fallback,
}: Extract<ScalingIntent, { type: 'keda' }>): Problem[] {
  const ofResources = ({ type }: TriggerIntent) =>
    type === 'cpu' || type === 'memory';
  const problems: Problem[] = [];
  if (minReplicas === 0 && triggers.every(ofResources)) {
    problems.push({
      field: 'scaling.minReplicas',
      message:
        'must be at least 1 with triggers on CPU and memory alone: no copy uses any',
    });
  }
  if (fallback && triggers.some(ofResources)) {
    problems.push({
      field: 'scaling.fallback',
      message: 'cannot be had with triggers on CPU or memory',
    });
  }
  if (fallback && fallback.replicas > maxReplicas) {
    problems.push({
      field: 'scaling.fallback.replicas',
      message: `must not be above maxReplicas (${maxReplicas})`,
    });
  }
  triggers.forEach((trigger, index) => {
    if (ofResources(trigger) && trigger.authentication) {
      problems.push({
        field: `scaling.triggers[${index}].authentication`,
        message: `has no meaning for a trigger on ${trigger.type}`,
      });
    }
  });
  return problems;
}

function environmentProblems(
  { environments, exposure }: WorkloadIntent,
  scaling: ScalingIntent | undefined,
): Problem[] {
  const autoscaled = scaling?.type === 'hpa' || scaling?.type === 'keda';
  const web = exposure.type === 'gateway' || exposure.type === 'ingress';
  return environments.flatMap((environment, index) => {
    const at = (field: string) => fieldPath(['environments', index, field]);
    const problems: Problem[] = [];
    if (
      environments.findIndex(({ name }) => name === environment.name) < index
    ) {
      problems.push({
        field: at('name'),
        message: 'is the name of another environment',
      });
    }
    if (environment.replicas !== undefined && scaling?.type !== 'fixed') {
      problems.push({
        field: at('replicas'),
        message: 'must be left out, as an autoscaler or the kind decides it',
      });
    }
    for (const field of ['minReplicas', 'maxReplicas'] as const) {
      if (environment[field] !== undefined && !autoscaled) {
        problems.push({
          field: at(field),
          message: 'must be left out where no autoscaler of pods is chosen',
        });
      }
    }
    if (environment.hosts && !web) {
      problems.push({
        field: at('hosts'),
        message:
          'must be left out, as it is not exposed by a Gateway or an Ingress',
      });
    }
    return problems;
  });
}
