import { FieldsTree, ManagedFieldsEntry } from '../objects/KubernetesObject';
import { GENERATED_AT } from './Numbering';

// What a server notes of who set what makes up a third of a pod's bytes. It is
// the same for all pods, so that they can share it.
export const podManagers: ManagedFieldsEntry[] = [
  entry('kube-controller-manager', {
    'f:metadata': {
      'f:generateName': {},
      'f:labels': { '.': {}, 'f:app.kubernetes.io/name': {} },
      'f:ownerReferences': { '.': {} },
    },
    'f:spec': {
      'f:containers': {
        'k:{"name":"main"}': tree(
          'f:env',
          'f:image',
          'f:imagePullPolicy',
          'f:livenessProbe',
          'f:name',
          'f:ports',
          'f:readinessProbe',
          'f:resources',
          'f:securityContext',
          'f:terminationMessagePath',
          'f:terminationMessagePolicy',
        ),
      },
      ...tree(
        'f:dnsPolicy',
        'f:enableServiceLinks',
        'f:restartPolicy',
        'f:schedulerName',
        'f:securityContext',
        'f:terminationGracePeriodSeconds',
      ),
    },
  }),
  entry(
    'kubelet',
    {
      'f:status': {
        'f:conditions': {
          'k:{"type":"ContainersReady"}': tree('.', 'f:status', 'f:type'),
          'k:{"type":"Initialized"}': tree('.', 'f:status', 'f:type'),
          'k:{"type":"Ready"}': tree('.', 'f:status', 'f:type'),
        },
        ...tree(
          'f:containerStatuses',
          'f:hostIP',
          'f:hostIPs',
          'f:phase',
          'f:podIP',
          'f:podIPs',
          'f:startTime',
        ),
      },
    },
    'status',
  ),
];

function entry(
  manager: string,
  fieldsV1: FieldsTree,
  subresource?: string,
): ManagedFieldsEntry {
  return {
    manager,
    operation: 'Update',
    apiVersion: 'v1',
    time: GENERATED_AT,
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...(subresource && { subresource }),
  };
}

function tree(...fields: string[]): FieldsTree {
  return Object.fromEntries(fields.map(field => [field, {}]));
}
