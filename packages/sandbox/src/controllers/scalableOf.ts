import { KubernetesObject } from '../objects/KubernetesObject';
import { Pod } from '../objects/workloads';
import { ControllerContext, Resource } from './ControllerContext';
import { DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS } from './resources';

/** A workload that can be scaled. */
export type Scalable = KubernetesObject & { spec: { replicas?: number } };

const RESOURCES: Record<string, Resource> = {
  ReplicaSet: REPLICA_SETS,
  StatefulSet: STATEFUL_SETS,
};

/**
 * The workload that decides how many pods like this one there are: of a
 * Deployment's pods the Deployment. Undefined where none can be scaled, as
 * for DaemonSets and bare pods.
 */
export function scalableOf(
  context: ControllerContext,
  pod: Pod,
): Scalable | undefined {
  const owner = controllingOwner(pod);
  const resource = owner && RESOURCES[owner.kind];
  const found =
    resource &&
    context.find<Scalable>(resource, `${pod.metadata.namespace}/${owner.name}`);
  if (!found || owner.kind !== 'ReplicaSet') {
    return found;
  }
  const deployment = controllingOwner(found);
  return deployment?.kind === 'Deployment'
    ? context.find<Scalable>(
        DEPLOYMENTS,
        `${pod.metadata.namespace}/${deployment.name}`,
      )
    : found;
}

function controllingOwner({ metadata }: KubernetesObject) {
  return metadata.ownerReferences?.find(({ controller }) => controller);
}
