import { matchesLabels } from '../labelSelector';
import { RecordOf } from '../record';
import { refKey } from '../RecordSet';
import { counted, listed, named } from '../rules/words';
import { CheckContext } from './Check';
import { at, recordCheck } from './define';
import { Workload, workloadOf } from './Workload';

type Budget = RecordOf<'PodDisruptionBudget'>;

/** Checks of disruption budgets. */
export const disruptionChecks = [
  recordCheck({
    id: 'WL14',
    title: 'The disruption budget blocks every drain',
    family: 'workloads',
    severity: 'error',
    judges: ['PodDisruptionBudget'],
    besides: ['Deployment', 'StatefulSet', 'HorizontalPodAutoscaler'],
    source:
      'https://learn.microsoft.com/azure/aks/operator-best-practices-scheduler#plan-for-availability-using-pod-disruption-budgets',
    date: '2026-11-28',
    judge(budget, context) {
      const { minAvailable, maxUnavailable } = budget;
      if (parseInt(String(maxUnavailable), 10) === 0) {
        return {
          cause:
            'It allows no pod to be away. No node that runs one can be drained, so upgrades of the cluster and of its nodes stop there.',
          remedy: { text: 'Set maxUnavailable to 1.' },
          evidence: [at(budget, 'spec.maxUnavailable', maxUnavailable)],
        };
      }
      if (minAvailable === undefined) {
        return undefined;
      }
      const field = 'spec.minAvailable';
      if (minAvailable === '100%') {
        return {
          cause:
            'It wants every pod to be there always. No node that runs one can be drained, so upgrades of the cluster and of its nodes stop there.',
          remedy: { text: 'Set maxUnavailable: 1 instead of minAvailable.' },
          evidence: [at(budget, field, minAvailable)],
        };
      }
      const kept = replicasOf(budget, context);
      const wanted =
        typeof minAvailable === 'number'
          ? minAvailable
          : Math.ceil((parseInt(minAvailable, 10) * kept.least) / 100);
      if (kept.workloads.length === 0 || kept.least === 0) {
        return undefined;
      }
      return wanted >= kept.least
        ? {
            ...(wanted < kept.most && { severity: 'warning' as const }),
            cause: `It wants ${wanted} available of the ${counted(
              kept.least,
              'pod',
            )} that ${listed(
              kept.workloads.map(({ record }) => named(record)),
            )} ${kept.workloads.length === 1 ? 'has' : 'have'}${
              wanted < kept.most ? ' at least' : ''
            }, so none may be taken away. Their nodes cannot be drained, and upgrades of the cluster stop there.`,
            remedy: {
              text: 'Set maxUnavailable: 1 instead of minAvailable, and keep two pods or more.',
            },
            evidence: [
              at(budget, field, minAvailable),
              ...kept.workloads.map(({ record }) =>
                at(
                  record,
                  'spec.replicas',
                  'replicas' in record ? record.replicas : undefined,
                ),
              ),
            ],
          }
        : undefined;
    },
  }),
];

/** How many pods a budget's workloads keep. */
function replicasOf(budget: Budget, { records }: CheckContext) {
  const { namespace, selector } = budget;
  const workloads = (['Deployment', 'StatefulSet'] as const)
    .flatMap(kind => records.of(kind, namespace).map(workloadOf))
    .filter(
      (workload): workload is Workload =>
        workload !== undefined && matchesLabels(selector, workload.podLabels),
    );
  const scalers = records.of('HorizontalPodAutoscaler', namespace);
  let least = 0;
  let most = 0;
  for (const { record } of workloads) {
    const scaler = scalers.find(
      ({ target }) => target && refKey(target) === refKey(record),
    );
    const replicas = 'replicas' in record ? Number(record.replicas) : 0;
    least += scaler ? scaler.minReplicas : replicas;
    most += scaler ? scaler.maxReplicas : replicas;
  }
  return { workloads, least, most };
}
