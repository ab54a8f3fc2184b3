import { PersistentVolumeClaim, StorageClass } from '../objects/storage';
import { Pod } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { PERSISTENT_VOLUME_CLAIMS, PODS, STORAGE_CLASSES } from './resources';

/** The node that the scheduler chose for the first pod of a claim. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** The names of the claims that a pod mounts. */
export function claimNames({ spec }: Pod): string[] {
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [persistentVolumeClaim.claimName] : [],
  );
}

/** The claims that a pod mounts; undefined stands for one that is not there. */
export function claimsOf(
  context: ControllerContext,
  pod: Pod,
): { name: string; claim?: PersistentVolumeClaim }[] {
  return claimNames(pod).map(name => ({
    name,
    claim: context.find<PersistentVolumeClaim>(
      PERSISTENT_VOLUME_CLAIMS,
      `${pod.metadata.namespace}/${name}`,
    ),
  }));
}

/** The pods that mount a claim. */
export function podsWithClaim(
  context: ControllerContext,
  { metadata }: PersistentVolumeClaim,
): Pod[] {
  return context
    .list<Pod>(PODS, metadata.namespace)
    .filter(pod => claimNames(pod).includes(metadata.name));
}

/** The class of a claim; undefined where it names none, or one that is not there. */
export function classOf(
  context: ControllerContext,
  { spec }: PersistentVolumeClaim,
): StorageClass | undefined {
  return spec.storageClassName
    ? context.find<StorageClass>(STORAGE_CLASSES, spec.storageClassName)
    : undefined;
}

/** Whether a claim is bound only once a pod that mounts it has a node. */
export function waitsForConsumer(storageClass: StorageClass): boolean {
  return storageClass.volumeBindingMode === 'WaitForFirstConsumer';
}
