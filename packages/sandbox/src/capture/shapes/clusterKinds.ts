import { fields, list, named, plain, Shape } from '../Shape';
import { amounts, conditions, object, reference, selector } from './common';
import { claimSpec, nodeSelector } from './podTemplate';

const limits = list(
  fields({
    type: 'plain',
    default: amounts,
    defaultRequest: amounts,
    max: amounts,
    maxLimitRequestRatio: amounts,
    min: amounts,
  }),
);

const rules = list(
  fields({
    verbs: list('plain'),
    apiGroups: list('plain'),
    resources: list('plain'),
    resourceNames: list('name'),
    nonResourceURLs: list('path'),
  }),
);

const binding = object({
  roleRef: reference,
  subjects: list(reference),
});

const webhooks = object({
  webhooks: list(
    fields({
      ...plain(
        'failurePolicy',
        'matchPolicy',
        'name',
        'sideEffects',
        'timeoutSeconds',
      ),
      // A URL may carry a token.
      clientConfig: fields({
        service: fields({ ...named('name', 'namespace'), port: 'plain' }),
      }),
      namespaceSelector: selector,
      objectSelector: selector,
      rules: list(
        fields({
          operations: list('plain'),
          apiGroups: list('plain'),
          apiVersions: list('plain'),
          resources: list('plain'),
          scope: 'plain',
        }),
      ),
    }),
  ),
});

const provisioning = plain(
  'allowVolumeExpansion',
  'provisioner',
  'reclaimPolicy',
  'volumeBindingMode',
);

const RBAC = 'rbac.authorization.k8s.io';

/** What else a cluster has: namespaces, quotas, storage, rights, events. */
export const clusterShapes: Record<string, Shape> = {
  '/Namespace': object({
    spec: fields({ finalizers: list('plain') }),
    status: fields({ phase: 'plain', conditions }),
  }),
  // Without the message, which quotes whatever the reporter had at hand.
  '/Event': object({
    involvedObject: reference,
    related: reference,
    reason: 'word',
    action: 'word',
    ...plain(
      'count',
      'eventTime',
      'firstTimestamp',
      'lastTimestamp',
      'reportingComponent',
      'type',
    ),
    series: fields(plain('count', 'lastObservedTime')),
    source: fields({ component: 'plain', host: 'name' }),
  }),
  '/LimitRange': object({ spec: fields({ limits }) }),
  '/ResourceQuota': object({
    spec: fields({ hard: amounts, scopes: list('plain') }),
    status: fields({ hard: amounts, used: amounts }),
  }),
  '/PersistentVolumeClaim': object({
    spec: claimSpec,
    status: fields({
      phase: 'plain',
      accessModes: list('plain'),
      capacity: amounts,
      conditions,
    }),
  }),
  '/PersistentVolume': object({
    spec: fields({
      ...plain('persistentVolumeReclaimPolicy', 'volumeMode'),
      storageClassName: 'name',
      accessModes: list('plain'),
      capacity: amounts,
      claimRef: reference,
      csi: fields({
        ...plain('driver', 'fsType', 'readOnly'),
        volumeHandle: 'azureId',
      }),
      nodeAffinity: fields({ required: nodeSelector }),
    }),
    status: fields({
      ...plain('phase', 'lastPhaseTransitionTime'),
      reason: 'word',
    }),
  }),
  'storage.k8s.io/StorageClass': object({
    ...provisioning,
    allowedTopologies: list(
      fields({ matchLabelExpressions: list('requirement') }),
    ),
    parameters: fields(
      plain('cachingMode', 'kind', 'protocol', 'skuName', 'skuname'),
    ),
  }),
  'storage.k8s.io/CSINode': object({
    spec: fields({
      drivers: list(
        fields({
          name: 'plain',
          topologyKeys: list('plain'),
          allocatable: fields(plain('count')),
        }),
      ),
    }),
  }),
  'storage.k8s.io/CSIDriver': object({
    spec: fields({
      ...plain('attachRequired', 'podInfoOnMount', 'storageCapacity'),
      volumeLifecycleModes: list('plain'),
    }),
  }),
  'storage.k8s.io/VolumeAttachment': object({
    spec: fields({
      attacher: 'plain',
      nodeName: 'name',
      source: fields(named('persistentVolumeName')),
    }),
    status: fields(plain('attached')),
  }),
  'scheduling.k8s.io/PriorityClass': object(
    plain('value', 'globalDefault', 'preemptionPolicy'),
  ),
  'apiextensions.k8s.io/CustomResourceDefinition': fields({
    ...plain('apiVersion', 'kind'),
    // Named after the kind it defines, as its group and plural say.
    metadata: fields({
      ...plain('name', 'uid', 'resourceVersion', 'generation'),
      ...plain('creationTimestamp'),
      annotations: 'annotations',
    }),
    spec: fields({
      ...plain('group', 'scope'),
      names: fields({
        ...plain('kind', 'listKind', 'plural', 'singular'),
        categories: list('plain'),
        shortNames: list('plain'),
      }),
      versions: list(
        fields({
          ...plain('name', 'served', 'storage', 'deprecated'),
          additionalPrinterColumns: list(
            fields(plain('name', 'type', 'jsonPath', 'format', 'priority')),
          ),
          subresources: fields({
            status: fields({}),
            scale: fields(
              plain(
                'labelSelectorPath',
                'specReplicasPath',
                'statusReplicasPath',
              ),
            ),
          }),
        }),
      ),
    }),
    status: fields({ conditions, storedVersions: list('plain') }),
  }),
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhooks,
  [`${RBAC}/ClusterRole`]: object({ rules }),
  [`${RBAC}/Role`]: object({ rules }),
  [`${RBAC}/ClusterRoleBinding`]: binding,
  [`${RBAC}/RoleBinding`]: binding,
};
