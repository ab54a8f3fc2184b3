import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { isReplicated, mostReplicas, WorkloadPlan } from '../plan/WorkloadPlan';
import { metadataFor, selectorLabels } from './labels';
import { Manifest } from './Manifest';

/**
 * The budget for evictions. It is told by how many pods may be away, never by how
 * many must stay: so it lets a drain go on whatever the number of pods is.
 */
export function disruptionBudget(plan: WorkloadPlan): Manifest[] {
  const { intent, kind, recreate } = plan;
  // A single copy has nothing to keep up while it is moved. Where there are
  // environments, another one may have more.
  const single = mostReplicas(plan) < 2 && intent.environments.length === 0;
  if (!isReplicated(kind) || recreate || single) {
    return [];
  }
  const object: IPodDisruptionBudget & Manifest['object'] = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadataFor(intent),
    spec: {
      maxUnavailable: intent.disruption.maxUnavailable,
      selector: { matchLabels: selectorLabels(intent) },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  };
  return [
    {
      object,
      comments: [
        {
          path: ['spec', 'unhealthyPodEvictionPolicy'],
          text: 'Pods that do not work must not keep a node from being drained.',
        },
      ],
    },
  ];
}
