import { Projection } from '../../edge';
import {
  PersistentVolumeClaimRecord,
  PersistentVolumeRecord,
  StorageClassRecord,
} from '../../records/storage';
import { annotation } from '../annotations';
import { conditionsOf } from '../conditions';
import {
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  quantity,
  reason,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn, refTo } from '../references';

export function projectPersistentVolumeClaim(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('PersistentVolumeClaim', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const storageClass = classIn(spec.storageClassName);
  const volume = nameIn(spec.volumeName);
  const record: PersistentVolumeClaimRecord = present({
    ...metadata,
    phase: reason(status.phase) ?? 'Pending',
    storageClass,
    volume,
    accessModes: namesIn(spec.accessModes),
    requested: quantity(fieldsAt(spec, 'resources', 'requests').storage),
    capacity: quantity(fieldsAt(status, 'capacity').storage),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...classEdges(storageClass),
      ...edgesTo('bound-to', [
        volume ? refTo('PersistentVolume', '', volume) : undefined,
      ]),
    ],
  };
}

export function projectPersistentVolume(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('PersistentVolume', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const storageClass = classIn(spec.storageClassName);
  const claim = referenceIn(spec.claimRef, {
    namespace: '',
    kind: 'PersistentVolumeClaim',
  });
  const record: PersistentVolumeRecord = present({
    ...metadata,
    phase: reason(fieldsAt(object, 'status').phase) ?? 'Pending',
    claim,
    reclaimPolicy: reason(spec.persistentVolumeReclaimPolicy) ?? 'Retain',
    storageClass,
    accessModes: namesIn(spec.accessModes),
    capacity: quantity(fieldsAt(spec, 'capacity').storage),
    driver: nameIn(fieldsAt(spec, 'csi').driver),
    zones: zonesOf(spec),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...classEdges(storageClass),
      ...edgesTo('bound-to', [claim]),
    ],
  };
}

export function projectStorageClass(object: unknown): Projection | undefined {
  const metadata = metadataOf('StorageClass', object);
  if (!metadata) {
    return undefined;
  }
  const { provisioner, reclaimPolicy, volumeBindingMode, ...rest } =
    fieldsAt(object);
  const parameters = fieldsAt(rest, 'parameters');
  const record: StorageClassRecord = present({
    ...metadata,
    provisioner: nameIn(provisioner) ?? '',
    reclaimPolicy: reason(reclaimPolicy) ?? 'Delete',
    bindingMode: reason(volumeBindingMode) ?? 'Immediate',
    expandable: rest.allowVolumeExpansion === true,
    isDefault:
      annotation(object, 'storageclass.kubernetes.io/is-default-class') ===
      'true',
    sku: nameIn(
      parameters.skuName ?? parameters.skuname ?? parameters.storageAccountType,
    ),
    usesDataPlane: parameters.useDataPlaneAPI === 'true',
  });
  return { record, edges: ownerEdges(record) };
}

/** The name of a class; empty where none is asked for outright. */
function classIn(value: unknown): string | undefined {
  return value === '' ? '' : nameIn(value);
}

function classEdges(storageClass: string | undefined) {
  return edgesTo('of-class', [
    storageClass ? refTo('StorageClass', '', storageClass) : undefined,
  ]);
}

// Drivers name the zone's label differently: `topology.kubernetes.io/zone`, and
// `topology.disk.csi.azure.com/zone` of Azure disks.
function zonesOf(spec: Fields): string[] {
  const { nodeSelectorTerms } = fieldsAt(spec, 'nodeAffinity', 'required');
  const zones = fieldsIn(nodeSelectorTerms)
    .flatMap(term => fieldsIn(term.matchExpressions))
    .filter(entry => entry.operator === 'In' && isZoneKey(entry.key))
    .flatMap(entry => namesIn(entry.values));
  return [...new Set(zones)];
}

function isZoneKey(key: unknown): boolean {
  return typeof key === 'string' && /^topology\..*\/zone$/.test(key);
}
