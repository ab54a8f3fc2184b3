import { RecordOf } from '../../record';
import { refKey } from '../../RecordSet';
import { listed, named } from '../../rules/words';
import { at, recordCheck } from '../define';
import { Autoscaler } from '../lookups';
import { containerPath, workloadOf } from '../Workload';

const HPA =
  'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const DATE = '2026-11-28';

const RESOURCES = ['cpu', 'memory'];

/** Checks of what autoscalers go by. */
export const metricChecks = [
  recordCheck({
    id: 'WL27',
    title: 'The autoscaler measures use against requests that are not there',
    family: 'workloads',
    severity: 'error',
    judges: ['HorizontalPodAutoscaler', 'ScaledObject'],
    besides: ['Deployment', 'StatefulSet'],
    source: `${HPA}#algorithm-details`,
    date: DATE,
    judge(record, { records }) {
      const target = record.target && records.get(record.target);
      const workload = target && workloadOf(target);
      if (!workload) {
        return undefined;
      }
      for (const { resource, container, field } of measured(record)) {
        const without = workload.podSpec.containers.filter(
          ({ runs, container: name, requests, limits }) =>
            runs !== 'once' &&
            (container === undefined || container === name) &&
            !requests[resource] &&
            !limits[resource],
        );
        if (without.length > 0) {
          return {
            cause: `It scales by the share of the requested ${resource} that is used, and in ${named(
              workload.record,
            )} ${listed(
              without.map(entry => entry.container),
            )} requests none. It cannot compute anything and leaves the number of pods as it is.`,
            remedy: {
              text: `Set resources.requests.${resource} on every container of the pod.`,
            },
            evidence: [
              at(record, field, resource),
              ...without.map(entry =>
                at(
                  workload.record,
                  `${containerPath(workload, entry)}.resources.requests`,
                  `no ${resource}`,
                ),
              ),
            ],
          };
        }
      }
      return undefined;
    },
  }),
  recordCheck({
    id: 'WL29',
    title: 'Two autoscalers go by the same resource',
    family: 'workloads',
    severity: 'error',
    judges: ['VerticalPodAutoscaler'],
    besides: ['HorizontalPodAutoscaler', 'ScaledObject'],
    source: 'https://learn.microsoft.com/azure/aks/vertical-pod-autoscaler',
    date: DATE,
    judge(record, { records }) {
      const { target, mode, namespace } = record;
      if (!target || mode === 'Off') {
        return undefined;
      }
      const own = changedBy(record);
      const scalers: Autoscaler[] = [
        ...records.of('HorizontalPodAutoscaler', namespace),
        ...records.of('ScaledObject', namespace),
      ];
      for (const scaler of scalers) {
        const shared = measured(scaler).find(
          ({ resource }) =>
            own.has(resource) &&
            scaler.target &&
            refKey(scaler.target) === refKey(target),
        );
        if (shared) {
          return {
            cause: `It changes what the pods request of ${
              shared.resource
            }, and ${named(
              scaler,
            )} scales by the share of that which is used: each answers to what the other does.`,
            remedy: {
              text: 'Set updateMode to "Off" and read its advice only, or leave the resource out of controlledResources.',
            },
            evidence: [
              at(record, 'spec.updatePolicy.updateMode', mode),
              at(scaler, shared.field, shared.resource),
            ],
          };
        }
      }
      return undefined;
    },
  }),
  recordCheck({
    id: 'WL30',
    title: 'Scaled to zero by what only running pods have',
    family: 'workloads',
    severity: 'error',
    judges: ['ScaledObject'],
    source: 'https://keda.sh/docs/latest/scalers/cpu/',
    date: DATE,
    judge(record) {
      const { triggers, minReplicas } = record;
      return minReplicas === 0 &&
        triggers.length > 0 &&
        triggers.every(({ type }) => RESOURCES.includes(type))
        ? {
            cause:
              'It may go down to no pod, and then there is no CPU and no memory to measure that would bring one back. KEDA refuses it.',
            remedy: {
              text: 'Set minReplicaCount to 1, or add a trigger that works without pods.',
            },
            evidence: [
              at(record, 'spec.minReplicaCount', minReplicas),
              at(
                record,
                'spec.triggers',
                triggers.map(({ type }) => type).join(', '),
              ),
            ],
          }
        : undefined;
    },
  }),
];

/** The resources whose requests a VerticalPodAutoscaler changes. */
function changedBy({ policies }: RecordOf<'VerticalPodAutoscaler'>) {
  const told = policies
    .filter(({ mode }) => mode !== 'Off')
    .flatMap(({ resources }) => (resources.length > 0 ? resources : RESOURCES));
  return new Set(policies.length > 0 ? told : RESOURCES);
}

interface Measured {
  resource: string;
  /** Absent for all containers of a pod. */
  container?: string;
  field: string;
}

/** Of which resources an autoscaler measures the share that is used. */
function measured(scaler: Autoscaler): Measured[] {
  return scaler.kind === 'ScaledObject'
    ? scaler.triggers.flatMap(({ type }, index) =>
        RESOURCES.includes(type)
          ? [{ resource: type, field: `spec.triggers[${index}].type` }]
          : [],
      )
    : metricsOf(scaler);
}

function metricsOf({
  metrics,
}: RecordOf<'HorizontalPodAutoscaler'>): Measured[] {
  if (metrics.length === 0) {
    // What the API server then fills in: 80 % of the requested CPU.
    return [{ resource: 'cpu', field: 'spec.metrics' }];
  }
  return metrics.flatMap(({ type, name, container, target }, index) =>
    ['Resource', 'ContainerResource'].includes(type) &&
    target.utilization !== undefined
      ? [
          {
            resource: name,
            ...(container && { container }),
            field: `spec.metrics[${index}]`,
          },
        ]
      : [],
  );
}
