import { valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { AGE, NAME, TableColumn, textColumn, wide } from './columns';

// As kubectl abbreviates them.
const MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

function accessModes(path: string): TableColumn {
  return {
    name: 'Access Modes',
    type: 'string',
    description: 'How it can be mounted.',
    cell: object => {
      const modes = valueAt(object, path);
      return Array.isArray(modes)
        ? modes.map(mode => MODES[mode] ?? mode).join(',')
        : '';
    },
  };
}

// What is going away says so, whatever its phase.
function phase(object: KubernetesObject): string {
  return object.metadata.deletionTimestamp
    ? 'Terminating'
    : String(valueAt(object, 'status.phase') ?? '');
}

function claimName(object: KubernetesObject): string {
  const claim = valueAt(object, 'spec.claimRef');
  return claim
    ? `${valueAt(claim, 'namespace')}/${valueAt(claim, 'name')}`
    : '';
}

const STATUS: TableColumn = {
  name: 'Status',
  type: 'string',
  description: 'Its phase.',
  cell: phase,
};

const CLASS = textColumn(
  'StorageClass',
  'spec.storageClassName',
  'Its storage class.',
);

const ATTRIBUTES = textColumn(
  'VolumeAttributesClass',
  'spec.volumeAttributesClassName',
  'Its class of attributes.',
  '<unset>',
);

const MODE = wide(
  textColumn('VolumeMode', 'spec.volumeMode', 'Filesystem or Block.'),
);

/** Columns of the kinds that keep data. */
export const storageColumns: Record<string, TableColumn[]> = {
  '/persistentvolumeclaims': [
    NAME,
    STATUS,
    textColumn('Volume', 'spec.volumeName', 'The volume that is bound.'),
    textColumn('Capacity', 'status.capacity.storage', 'How much it has.'),
    accessModes('status.accessModes'),
    CLASS,
    ATTRIBUTES,
    AGE,
    MODE,
  ],
  '/persistentvolumes': [
    NAME,
    textColumn('Capacity', 'spec.capacity.storage', 'How much it has.'),
    accessModes('spec.accessModes'),
    textColumn(
      'Reclaim Policy',
      'spec.persistentVolumeReclaimPolicy',
      'What becomes of it when it is released.',
    ),
    STATUS,
    {
      name: 'Claim',
      type: 'string',
      description: 'The claim that is bound.',
      cell: claimName,
    },
    CLASS,
    ATTRIBUTES,
    textColumn('Reason', 'status.reason', 'Why it is so.'),
    AGE,
    MODE,
  ],
};
