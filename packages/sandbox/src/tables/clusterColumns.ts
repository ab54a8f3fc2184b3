import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ageText } from './ageText';
import { AGE, NAME, TableColumn, textColumn, wide } from './columns';

function nodeStatus(node: KubernetesObject): string {
  const ready = objectsIn(valueAt(node, 'status.conditions')).find(
    ({ type }) => type === 'Ready',
  );
  const text = { True: 'Ready', False: 'NotReady' }[String(ready?.status)];
  return valueAt(node, 'spec.unschedulable')
    ? `${text ?? 'Unknown'},SchedulingDisabled`
    : text ?? 'Unknown';
}

function nodeRoles({ metadata }: KubernetesObject): string {
  const prefix = 'node-role.kubernetes.io/';
  return (
    Object.keys(metadata.labels ?? {})
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length))
      .join(',') || '<none>'
  );
}

function nodeAddress(type: string) {
  return (node: KubernetesObject) =>
    String(
      objectsIn(valueAt(node, 'status.addresses')).find(
        address => address.type === type,
      )?.address ?? '<none>',
    );
}

function wideText(
  name: string,
  description: string,
  cell: TableColumn['cell'],
): TableColumn {
  return wide({ name, type: 'string', description, cell });
}

function nodeInfo(field: string) {
  return (node: KubernetesObject) =>
    String(valueAt(node, `status.nodeInfo.${field}`) ?? '<unknown>');
}

function eventObject(event: KubernetesObject): string {
  const { involvedObject } = event;
  return isJsonObject(involvedObject)
    ? `${String(involvedObject.kind).toLowerCase()}/${involvedObject.name}`
    : '';
}

function lastSeen(event: KubernetesObject, now: number): string {
  const time = event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp;
  return ageText(typeof time === 'string' ? time : undefined, now);
}

function keyCount(field: string): TableColumn {
  return {
    name: 'Data',
    type: 'string',
    description: 'How many keys it has.',
    cell: object => {
      const data = object[field];
      return String(isJsonObject(data) ? Object.keys(data).length : 0);
    },
  };
}

/** The columns of core kinds that are neither workloads nor network. */
export const clusterColumns: Record<string, TableColumn[]> = {
  '/namespaces': [
    NAME,
    textColumn('Status', 'status.phase', 'The phase of the namespace.'),
    AGE,
  ],
  '/nodes': [
    NAME,
    {
      name: 'Status',
      type: 'string',
      description: 'Whether it is ready.',
      cell: nodeStatus,
    },
    {
      name: 'Roles',
      type: 'string',
      description: 'The roles of the node.',
      cell: nodeRoles,
    },
    AGE,
    textColumn(
      'Version',
      'status.nodeInfo.kubeletVersion',
      'The version of its kubelet.',
    ),
    wideText('Internal-IP', 'Its address inside.', nodeAddress('InternalIP')),
    wideText('External-IP', 'Its address outside.', nodeAddress('ExternalIP')),
    wideText('OS-Image', 'Its operating system.', nodeInfo('osImage')),
    wideText('Kernel-Version', 'Its kernel.', nodeInfo('kernelVersion')),
    wideText(
      'Container-Runtime',
      'Its runtime.',
      nodeInfo('containerRuntimeVersion'),
    ),
  ],
  '/configmaps': [NAME, keyCount('data'), AGE],
  '/secrets': [
    NAME,
    textColumn('Type', 'type', 'The type of the secret.'),
    keyCount('data'),
    AGE,
  ],
  '/events': [
    {
      name: 'Last Seen',
      type: 'string',
      description: 'When it last happened.',
      cell: lastSeen,
    },
    textColumn('Type', 'type', 'Normal or Warning.'),
    textColumn('Reason', 'reason', 'Why it happened, in a word.'),
    {
      name: 'Object',
      type: 'string',
      description: 'What it is about.',
      cell: eventObject,
    },
    textColumn('Message', 'message', 'What happened.'),
  ],
};
