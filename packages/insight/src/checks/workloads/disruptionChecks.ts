import { matchesLabels } from '../../labelSelector';
import { RecordOf } from '../../record';
import { counted, listed, named } from '../../rules/words';
import { CheckContext } from '../Check';
import { at, recordCheck, workloadCheck } from '../define';
import { replicasOf, workloadsSelected } from '../lookups';

const BUDGETS =
  'https://learn.microsoft.com/azure/aks/operator-best-practices-scheduler#plan-for-availability-using-pod-disruption-budgets';

/** Checks of what happens to pods while nodes are drained. */
export const disruptionChecks = [
  recordCheck({
    id: 'WL14',
    title: 'The disruption budget blocks every drain',
    family: 'workloads',
    severity: 'error',
    judges: ['PodDisruptionBudget'],
    besides: [
      'Deployment',
      'StatefulSet',
      'ReplicaSet',
      'HorizontalPodAutoscaler',
      'ScaledObject',
    ],
    source: BUDGETS,
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
      if (minAvailable === '100%') {
        return {
          cause:
            'It wants every pod to be there always. No node that runs one can be drained, so upgrades of the cluster and of its nodes stop there.',
          remedy: { text: 'Set maxUnavailable: 1 instead of minAvailable.' },
          evidence: [at(budget, 'spec.minAvailable', minAvailable)],
        };
      }
      return minAvailable === undefined
        ? undefined
        : tooMany(budget, minAvailable, context);
    },
  }),
  workloadCheck({
    id: 'WL31',
    title: 'No disruption budget protects the pods',
    family: 'workloads',
    severity: 'warning',
    judges: ['Deployment', 'StatefulSet'],
    besides: ['PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ScaledObject'],
    source: BUDGETS,
    date: '2026-11-28',
    judge(workload, context) {
      const { record, podLabels, metadataPath } = workload;
      const { least } = replicasOf(workload, context);
      const budgets = context.records
        .of('PodDisruptionBudget', record.namespace)
        .filter(({ selector }) => matchesLabels(selector, podLabels));
      // One pod alone cannot be both protected and drained.
      if (least < 2 || budgets.length > 0) {
        return undefined;
      }
      const evidence = [at(record, `${metadataPath}.labels`, 'no budget')];
      return context.knows('PodDisruptionBudget')
        ? {
            cause: `A drain may take away all of its ${counted(
              least,
              'pod',
            )} at once, as no disruption budget selects them.`,
            remedy: {
              text: 'Write a PodDisruptionBudget with maxUnavailable: 1 that selects them.',
            },
            evidence,
          }
        : {
            unknown:
              'Whether a disruption budget protects its pods is not known: none of these manifests does.',
            evidence,
          };
    },
  }),
];

/** Whether a budget keeps as many pods as there are. */
function tooMany(
  budget: RecordOf<'PodDisruptionBudget'>,
  minAvailable: number | string,
  context: CheckContext,
) {
  const { namespace, selector } = budget;
  const kept = workloadsSelected(namespace, selector, context)
    .filter(({ record: { kind } }) =>
      ['Deployment', 'StatefulSet', 'ReplicaSet'].includes(kind),
    )
    .map(workload => ({ workload, ...replicasOf(workload, context) }));
  const least = kept.reduce((sum, entry) => sum + entry.least, 0);
  const most = kept.reduce((sum, entry) => sum + entry.most, 0);
  const wanted =
    typeof minAvailable === 'number'
      ? minAvailable
      : Math.ceil((parseInt(minAvailable, 10) * least) / 100);
  if (least === 0 || wanted < least) {
    return undefined;
  }
  const names = listed(kept.map(({ workload: { record } }) => named(record)));
  return {
    ...(wanted < most && { severity: 'warning' as const }),
    cause: `It wants ${wanted} available of ${
      wanted < most ? 'the least that there are, ' : ''
    }${counted(
      least,
      'pod',
    )} of ${names}, so none may be taken away. Their nodes cannot be drained, and upgrades of the cluster stop there.`,
    remedy: {
      text: 'Set maxUnavailable: 1 instead of minAvailable, and keep two pods or more.',
    },
    evidence: [
      at(budget, 'spec.minAvailable', minAvailable),
      ...kept.map(({ workload: { record }, least: replicas }) =>
        at(record, 'spec.replicas', replicas),
      ),
    ],
  };
}
