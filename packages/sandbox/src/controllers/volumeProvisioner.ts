import { PersistentVolumeClaim, StorageClass } from '../objects/storage';
import { Node } from '../objects/workloads';
import { azureVolumeSource } from './azureVolumeSource';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { reportEvent } from './reportEvent';
import {
  NODES,
  PERSISTENT_VOLUME_CLAIMS,
  PERSISTENT_VOLUMES,
  storeName,
} from './resources';
import { classOf, SELECTED_NODE } from './volumeClaims';

const PROVISIONER = 'volume.kubernetes.io/storage-provisioner';

/** Creates the volumes that claims ask the drivers of Azure for. */
export const volumeProvisioner: Controller = {
  name: 'csi-provisioner',
  concerns(event, context) {
    if (
      event.resource === storeName(PERSISTENT_VOLUME_CLAIMS) &&
      event.type !== 'DELETED' &&
      event.object.metadata.annotations?.[PROVISIONER]
    ) {
      context.again(event.key, context.timing.start);
    }
    return [];
  },
  reconcile(key, context) {
    const claim = context.find<PersistentVolumeClaim>(
      PERSISTENT_VOLUME_CLAIMS,
      key,
    );
    const storageClass = claim && classOf(context, claim);
    if (
      !storageClass ||
      context.isHeld(claim) ||
      claim.metadata.deletionTimestamp ||
      claim.status.phase !== 'Pending' ||
      claim.metadata.annotations?.[PROVISIONER] !== storageClass.provisioner
    ) {
      return;
    }
    const name = `pvc-${claim.metadata.uid}`;
    if (!context.find(PERSISTENT_VOLUMES, name)) {
      create(context, claim, storageClass);
    }
  },
};

function create(
  context: ControllerContext,
  claim: PersistentVolumeClaim,
  storageClass: StorageClass,
): void {
  const { metadata, spec } = claim;
  const name = `pvc-${metadata.uid}`;
  const node = context.find<Node>(
    NODES,
    metadata.annotations?.[SELECTED_NODE] ?? '',
  );
  const source = azureVolumeSource(storageClass, name, claim, node);
  // Nobody answers for the driver of somebody else.
  if (!source) {
    return;
  }
  const report = (reason: string, message: string) =>
    reportEvent(context, PERSISTENT_VOLUME_CLAIMS, claim, {
      type: 'Normal',
      reason,
      message,
      component: storageClass.provisioner,
    });
  report(
    'Provisioning',
    `External provisioner is provisioning volume for claim "${metadata.namespace}/${metadata.name}"`,
  );
  context.create(PERSISTENT_VOLUMES, undefined, {
    metadata: {
      name,
      annotations: {
        'pv.kubernetes.io/provisioned-by': storageClass.provisioner,
        'volume.kubernetes.io/provisioner-deletion-secret-name': '',
        'volume.kubernetes.io/provisioner-deletion-secret-namespace': '',
      },
      finalizers: [
        'external-provisioner.volume.kubernetes.io/finalizer',
        'kubernetes.io/pv-protection',
      ],
    },
    spec: {
      accessModes: spec.accessModes,
      capacity: { storage: spec.resources?.requests?.storage },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
      },
      ...source,
      ...(storageClass.mountOptions && {
        mountOptions: storageClass.mountOptions,
      }),
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
      storageClassName: storageClass.metadata.name,
      volumeMode: spec.volumeMode ?? 'Filesystem',
    },
  });
  report('ProvisioningSucceeded', `Successfully provisioned volume ${name}`);
}
