import { SandboxCluster } from '../cluster/SandboxCluster';
import { valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { eventually } from './request';

/** Waits until every workload of a cluster has the pods that it wants. */
export async function settled({ objects }: SandboxCluster): Promise<void> {
  await eventually(() => {
    const pods = objects.list('Pod');
    return (
      pods.length > 10 &&
      pods.every(pod => valueAt(pod, 'status.podIP')) &&
      ['Deployment', 'StatefulSet'].every(kind =>
        objects.list(kind).every(isReady),
      )
    );
  });
}

function isReady(workload: KubernetesObject): boolean {
  return (
    valueAt(workload, 'status.readyReplicas') ===
    valueAt(workload, 'spec.replicas')
  );
}
