import {
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
} from '../objects/storage';
import { Controller, keyOf } from './Controller';
import { ControllerContext } from './ControllerContext';
import { quantityOf } from './quantity';
import { reportEvent } from './reportEvent';
import {
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  STORAGE_CLASSES,
  storeName,
} from './resources';
import { classOf, SELECTED_NODE, waitsForConsumer } from './volumeClaims';

const PROVISIONER = 'volume.kubernetes.io/storage-provisioner';
const BETA_PROVISIONER = 'volume.beta.kubernetes.io/storage-provisioner';

const NO_CLASS =
  'no persistent volumes available for this claim and no storage class is set';

/** Binds claims to volumes, and asks the drivers of classes for new ones. */
export const volumeBindingController: Controller = {
  name: 'kube-controller-manager',
  concerns(event, context) {
    if (event.resource === storeName(PERSISTENT_VOLUME_CLAIMS)) {
      return event.type === 'DELETED' ? [] : [event.key];
    }
    // A new volume or class may be what a claim waits for.
    const opensWay =
      event.resource === storeName(PERSISTENT_VOLUMES) ||
      event.resource === storeName(STORAGE_CLASSES);
    return opensWay
      ? context
          .list<PersistentVolumeClaim>(PERSISTENT_VOLUME_CLAIMS)
          .filter(({ status }) => status.phase === 'Pending')
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
      : keyOf(event, storeName(PERSISTENT_VOLUME_CLAIMS));
  },
  reconcile(key, context) {
    const claim = context.find<PersistentVolumeClaim>(
      PERSISTENT_VOLUME_CLAIMS,
      key,
    );
    if (
      !claim ||
      context.isHeld(claim) ||
      claim.metadata.deletionTimestamp ||
      claim.status.phase === 'Bound'
    ) {
      return;
    }
    const volume = fittingVolume(context, claim);
    if (volume) {
      bind(context, claim, volume);
    } else if (!claim.spec.volumeName) {
      provision(context, claim);
    }
  },
};

function fittingVolume(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
): PersistentVolume | undefined {
  const { metadata, spec } = claim;
  return context
    .list<PersistentVolume>(PERSISTENT_VOLUMES)
    .filter(volume => {
      const { claimRef } = volume.spec;
      if (claimRef) {
        return (
          claimRef.namespace === metadata.namespace &&
          claimRef.name === metadata.name &&
          (claimRef.uid === undefined || claimRef.uid === metadata.uid)
        );
      }
      return spec.volumeName
        ? volume.metadata.name === spec.volumeName
        : offers(volume, claim);
    })
    .sort((left, right) => sizeOf(left) - sizeOf(right))[0];
}

function sizeOf({ spec }: PersistentVolume): number {
  return quantityOf(spec.capacity?.storage);
}

function offers(volume: PersistentVolume, { spec }: PersistentVolumeClaim) {
  return (
    (volume.spec.storageClassName ?? '') === (spec.storageClassName ?? '') &&
    (volume.spec.volumeMode ?? 'Filesystem') === spec.volumeMode &&
    (spec.accessModes ?? []).every(mode =>
      volume.spec.accessModes?.includes(mode),
    ) &&
    sizeOf(volume) >= quantityOf(spec.resources?.requests?.storage)
  );
}

function bind(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
  volume: PersistentVolume,
): void {
  const { namespace, name, uid, resourceVersion } = claim.metadata;
  const bound = context.update<PersistentVolume>(
    PERSISTENT_VOLUMES,
    volume,
    current => ({
      ...current,
      spec: {
        ...current.spec,
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: namespace ?? '',
          name,
          uid,
          resourceVersion,
        },
      },
    }),
  );
  context.setStatus(PERSISTENT_VOLUMES, bound, {
    ...bound.status,
    phase: 'Bound',
    lastPhaseTransitionTime: context.now(),
  });
  const owned = context.update<PersistentVolumeClaim>(
    PERSISTENT_VOLUME_CLAIMS,
    claim,
    current => ({
      ...current,
      metadata: {
        ...current.metadata,
        annotations: {
          'pv.kubernetes.io/bind-completed': 'yes',
          'pv.kubernetes.io/bound-by-controller': 'yes',
          ...current.metadata.annotations,
        },
      },
      spec: { ...current.spec, volumeName: volume.metadata.name },
    }),
  );
  context.setStatus(PERSISTENT_VOLUME_CLAIMS, owned, {
    phase: 'Bound',
    accessModes: volume.spec.accessModes,
    capacity: volume.spec.capacity,
  });
}

function provision(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
): void {
  const { storageClassName } = claim.spec;
  if (!storageClassName) {
    report(context, claim, 'Normal', 'FailedBinding', NO_CLASS);
    return;
  }
  const storageClass = classOf(context, claim);
  if (!storageClass) {
    report(
      context,
      claim,
      'Warning',
      'ProvisioningFailed',
      `storageclass.storage.k8s.io "${storageClassName}" not found`,
    );
    return;
  }
  const { annotations } = claim.metadata;
  if (waitsForConsumer(storageClass) && !annotations?.[SELECTED_NODE]) {
    report(
      context,
      claim,
      'Normal',
      'WaitForFirstConsumer',
      'waiting for first consumer to be created before binding',
    );
  } else if (annotations?.[PROVISIONER] === undefined) {
    ask(context, claim, storageClass);
  }
}

function ask(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
  { provisioner }: StorageClass,
): void {
  const asked = context.update<PersistentVolumeClaim>(
    PERSISTENT_VOLUME_CLAIMS,
    claim,
    current => ({
      ...current,
      metadata: {
        ...current.metadata,
        annotations: {
          ...current.metadata.annotations,
          [BETA_PROVISIONER]: provisioner,
          [PROVISIONER]: provisioner,
        },
      },
    }),
  );
  report(
    context,
    asked,
    'Normal',
    'ExternalProvisioning',
    `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
  );
}

function report(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  reportEvent(context, PERSISTENT_VOLUME_CLAIMS, claim, {
    type,
    reason,
    message,
    component: 'persistentvolume-controller',
  });
}
