import { definitionDetails } from '../kinds/definitionDetails';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';

const EVERY_KIND = ['metadata.name', 'metadata.namespace'];

// The fields beyond name and namespace that a kube-apiserver 1.36 selects by.
const FIELDS: Record<string, string[]> = {
  '/pods': [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  '/events': [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  '/namespaces': ['status.phase'],
  '/nodes': ['spec.unschedulable'],
  '/secrets': ['type'],
  '/services': ['spec.clusterIP', 'spec.type'],
  '/replicationcontrollers': ['status.replicas'],
  'apps/replicasets': ['status.replicas'],
  'batch/jobs': ['status.successful'],
  'certificates.k8s.io/certificatesigningrequests': ['spec.signerName'],
};

/** The fields by which objects of a kind can be selected. */
export function selectableFields(kind: KindDefinition): string[] {
  return [
    ...(kind.namespaced ? EVERY_KIND : EVERY_KIND.slice(0, 1)),
    ...(FIELDS[resourceKey(kind)] ?? []),
    ...(definitionDetails(kind).selectable ?? []),
    ...(kind.namespaced ? [] : EVERY_KIND.slice(1)),
  ];
}
