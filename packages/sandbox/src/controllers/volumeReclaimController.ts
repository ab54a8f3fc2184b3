import { PersistentVolume, PersistentVolumeClaim } from '../objects/storage';
import { isFinished } from './conditions';
import { Controller } from './Controller';
import { ControllerContext, Resource } from './ControllerContext';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  PODS,
  storeName,
} from './resources';
import { claimNames, podsWithClaim } from './volumeClaims';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Pod } from '../objects/workloads';

const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection';

/**
 * Lets claims go that no pod mounts, and volumes that no claim holds. Its keys
 * are `claim namespace/name` and `volume name`.
 */
export const volumeReclaimController: Controller = {
  name: 'kube-controller-manager',
  concerns({ resource, object, type }) {
    const { namespace, name } = object.metadata;
    switch (resource) {
      case storeName(PERSISTENT_VOLUMES):
        return [`volume ${name}`];
      case storeName(PERSISTENT_VOLUME_CLAIMS): {
        const { volumeName } = (object as PersistentVolumeClaim).spec;
        return [
          `claim ${namespace}/${name}`,
          ...(volumeName ? [`volume ${volumeName}`] : []),
        ];
      }
      case storeName(PODS):
        return type === 'ADDED'
          ? []
          : claimNames(object as Pod).map(
              claim => `claim ${namespace}/${claim}`,
            );
      default:
        return [];
    }
  },
  reconcile(key, context) {
    const [kind, path] = key.split(' ');
    if (kind === 'claim') {
      releaseClaim(context, path);
    } else {
      reclaimVolume(context, path);
    }
  },
};

function releaseClaim(context: ControllerContext, path: string): void {
  const claim = context.find<PersistentVolumeClaim>(
    PERSISTENT_VOLUME_CLAIMS,
    path,
  );
  if (
    claim?.metadata.deletionTimestamp &&
    podsWithClaim(context, claim).every(isFinished)
  ) {
    removeFinalizers(context, PERSISTENT_VOLUME_CLAIMS, claim, [
      CLAIM_PROTECTION,
    ]);
  }
}

function reclaimVolume(context: ControllerContext, name: string): void {
  const volume = context.find<PersistentVolume>(PERSISTENT_VOLUMES, name);
  if (!volume || context.isHeld(volume)) {
    return;
  }
  const { claimRef, persistentVolumeReclaimPolicy } = volume.spec;
  if (!claimRef) {
    setPhase(context, volume, 'Available');
    return;
  }
  const claim = context.find<PersistentVolumeClaim>(
    PERSISTENT_VOLUME_CLAIMS,
    `${claimRef.namespace}/${claimRef.name}`,
  );
  const isHeldByClaim =
    claim && (!claimRef.uid || claim.metadata.uid === claimRef.uid);
  if (isHeldByClaim || !claimRef.uid) {
    return;
  }
  setPhase(context, volume, 'Released');
  if (persistentVolumeReclaimPolicy === 'Delete') {
    context.delete(PERSISTENT_VOLUMES, volume);
    removeFinalizers(
      context,
      PERSISTENT_VOLUMES,
      volume,
      volume.metadata.finalizers ?? [],
    );
  }
}

function setPhase(
  context: ControllerContext,
  volume: PersistentVolume,
  phase: string,
): void {
  if (volume.status.phase !== phase) {
    context.setStatus(PERSISTENT_VOLUMES, volume, {
      ...volume.status,
      phase,
      lastPhaseTransitionTime: context.now(),
    });
  }
}

function removeFinalizers(
  context: ControllerContext,
  resource: Resource,
  { metadata }: KubernetesObject,
  names: string[],
): void {
  const key = metadata.namespace
    ? `${metadata.namespace}/${metadata.name}`
    : metadata.name;
  const present = context.find(resource, key);
  if (present) {
    context.update(resource, present, current => ({
      ...current,
      metadata: {
        ...current.metadata,
        finalizers: current.metadata.finalizers?.filter(
          name => !names.includes(name),
        ),
      },
    }));
  }
}
