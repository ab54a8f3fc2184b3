import type { IPodSpec, IToleration } from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { isReplicated, WorkloadPlan } from '../plan/WorkloadPlan';
import { inOrder } from './configData';
import { selectorLabels } from './labels';

const SPOT = 'kubernetes.azure.com/scalesetpriority';

type PlacementFields = Pick<
  IPodSpec,
  | 'nodeSelector'
  | 'tolerations'
  | 'topologySpreadConstraints'
  | 'priorityClassName'
>;

/** On which nodes the pods go, and how they are spread over them. */
export function placementFields(plan: WorkloadPlan): PlacementFields {
  const { intent, kind, recreate } = plan;
  const { placement } = intent;
  return {
    priorityClassName: placement.priorityClass,
    nodeSelector: inOrder(
      Object.entries({
        'kubernetes.io/os': 'linux',
        ...(placement.spot ? { [SPOT]: 'spot' } : {}),
        ...placement.nodeSelector,
      }),
    ),
    tolerations: tolerationsOf(placement),
    // A single pod has nothing to be spread from.
    topologySpreadConstraints:
      isReplicated(kind) && !recreate ? spreadOf(intent) : [],
  };
}

function tolerationsOf(placement: WorkloadIntent['placement']): IToleration[] {
  if (placement.everyTaint) {
    return [{ operator: 'Exists' }];
  }
  return [
    ...(placement.spot
      ? [
          {
            key: SPOT,
            operator: 'Equal' as const,
            value: 'spot',
            effect: 'NoSchedule' as const,
          },
        ]
      : []),
    ...placement.tolerations.map(({ key, value, effect }) =>
      value === undefined
        ? { key, operator: 'Exists' as const, effect }
        : { key, operator: 'Equal' as const, value, effect },
    ),
  ];
}

// Wished for, not demanded: a zone without room must not stop a rollout.
function spreadOf(
  intent: WorkloadIntent,
): PlacementFields['topologySpreadConstraints'] {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
    topologyKey => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway' as const,
      labelSelector: { matchLabels: selectorLabels(intent) },
    }),
  );
}
