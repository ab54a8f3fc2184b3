import { KindDefinition } from './KindDefinition';
import { kindsOf } from './kindRows';

/**
 * The kinds every cluster serves, in the order in which discovery lists their
 * groups. Source: discovery of a kube-apiserver 1.36.2, November 2026, without
 * the subresources that need a running node.
 */
export const builtInKinds: KindDefinition[] = [
  ...kindsOf('', 'v1', [
    ['Binding', 'bindings', { verbs: ['create'] }],
    ['ConfigMap', 'configmaps', { shortNames: ['cm'] }],
    ['Endpoints', 'endpoints', { shortNames: ['ep'] }],
    ['Event', 'events', { shortNames: ['ev'] }],
    ['LimitRange', 'limitranges', { shortNames: ['limits'] }],
    [
      'Namespace',
      'namespaces',
      { scope: 'Cluster', shortNames: ['ns'], subresources: ['status'] },
    ],
    [
      'Node',
      'nodes',
      { scope: 'Cluster', shortNames: ['no'], subresources: ['status'] },
    ],
    [
      'PersistentVolumeClaim',
      'persistentvolumeclaims',
      { shortNames: ['pvc'], subresources: ['status'] },
    ],
    [
      'PersistentVolume',
      'persistentvolumes',
      { scope: 'Cluster', shortNames: ['pv'], subresources: ['status'] },
    ],
    [
      'Pod',
      'pods',
      {
        shortNames: ['po'],
        categories: ['all'],
        subresources: ['status'],
        generation: true,
      },
    ],
    ['PodTemplate', 'podtemplates', {}],
    [
      'ReplicationController',
      'replicationcontrollers',
      {
        shortNames: ['rc'],
        categories: ['all'],
        subresources: ['scale', 'status'],
        generation: true,
      },
    ],
    [
      'ResourceQuota',
      'resourcequotas',
      { shortNames: ['quota'], subresources: ['status'] },
    ],
    ['Secret', 'secrets', {}],
    ['ServiceAccount', 'serviceaccounts', { shortNames: ['sa'] }],
    [
      'Service',
      'services',
      { shortNames: ['svc'], categories: ['all'], subresources: ['status'] },
    ],
  ]),
  ...kindsOf('apiregistration.k8s.io', 'v1', [
    [
      'APIService',
      'apiservices',
      {
        scope: 'Cluster',
        categories: ['api-extensions'],
        subresources: ['status'],
      },
    ],
  ]),
  ...kindsOf('apps', 'v1', [
    ['ControllerRevision', 'controllerrevisions'],
    [
      'DaemonSet',
      'daemonsets',
      {
        shortNames: ['ds'],
        categories: ['all'],
        subresources: ['status'],
        generation: true,
      },
    ],
    [
      'Deployment',
      'deployments',
      {
        shortNames: ['deploy'],
        categories: ['all'],
        subresources: ['scale', 'status'],
        generation: true,
      },
    ],
    [
      'ReplicaSet',
      'replicasets',
      {
        shortNames: ['rs'],
        categories: ['all'],
        subresources: ['scale', 'status'],
        generation: true,
      },
    ],
    [
      'StatefulSet',
      'statefulsets',
      {
        shortNames: ['sts'],
        categories: ['all'],
        subresources: ['scale', 'status'],
        generation: true,
      },
    ],
  ]),
  ...kindsOf('events.k8s.io', 'v1', [
    [
      'Event',
      'events',
      { shortNames: ['ev'], storedAs: { group: '', plural: 'events' } },
    ],
  ]),
  ...kindsOf('authentication.k8s.io', 'v1', [
    [
      'SelfSubjectReview',
      'selfsubjectreviews',
      { scope: 'Cluster', verbs: ['create'] },
    ],
    ['TokenReview', 'tokenreviews', { scope: 'Cluster', verbs: ['create'] }],
  ]),
  ...kindsOf('authorization.k8s.io', 'v1', [
    [
      'LocalSubjectAccessReview',
      'localsubjectaccessreviews',
      { verbs: ['create'] },
    ],
    [
      'SelfSubjectAccessReview',
      'selfsubjectaccessreviews',
      { scope: 'Cluster', verbs: ['create'] },
    ],
    [
      'SelfSubjectRulesReview',
      'selfsubjectrulesreviews',
      { scope: 'Cluster', verbs: ['create'] },
    ],
    [
      'SubjectAccessReview',
      'subjectaccessreviews',
      { scope: 'Cluster', verbs: ['create'] },
    ],
  ]),
  ...kindsOf('autoscaling', 'v2', [
    [
      'HorizontalPodAutoscaler',
      'horizontalpodautoscalers',
      { shortNames: ['hpa'], categories: ['all'], subresources: ['status'] },
    ],
  ]),
  ...kindsOf('autoscaling', 'v1', [
    [
      'HorizontalPodAutoscaler',
      'horizontalpodautoscalers',
      { shortNames: ['hpa'], categories: ['all'], subresources: ['status'] },
    ],
  ]),
  ...kindsOf('batch', 'v1', [
    [
      'CronJob',
      'cronjobs',
      {
        shortNames: ['cj'],
        categories: ['all'],
        subresources: ['status'],
        generation: true,
      },
    ],
    [
      'Job',
      'jobs',
      { categories: ['all'], subresources: ['status'], generation: true },
    ],
  ]),
  ...kindsOf('certificates.k8s.io', 'v1', [
    [
      'CertificateSigningRequest',
      'certificatesigningrequests',
      {
        scope: 'Cluster',
        shortNames: ['csr'],
        subresources: ['approval', 'status'],
      },
    ],
  ]),
  ...kindsOf('networking.k8s.io', 'v1', [
    ['IngressClass', 'ingressclasses', { scope: 'Cluster', generation: true }],
    [
      'Ingress',
      'ingresses',
      { shortNames: ['ing'], subresources: ['status'], generation: true },
    ],
    ['IPAddress', 'ipaddresses', { scope: 'Cluster', shortNames: ['ip'] }],
    [
      'NetworkPolicy',
      'networkpolicies',
      { shortNames: ['netpol'], generation: true },
    ],
    [
      'ServiceCIDR',
      'servicecidrs',
      { scope: 'Cluster', subresources: ['status'] },
    ],
  ]),
  ...kindsOf('policy', 'v1', [
    [
      'PodDisruptionBudget',
      'poddisruptionbudgets',
      { shortNames: ['pdb'], subresources: ['status'], generation: true },
    ],
  ]),
  ...kindsOf('rbac.authorization.k8s.io', 'v1', [
    ['ClusterRoleBinding', 'clusterrolebindings', { scope: 'Cluster' }],
    ['ClusterRole', 'clusterroles', { scope: 'Cluster' }],
    ['RoleBinding', 'rolebindings'],
    ['Role', 'roles'],
  ]),
  ...kindsOf('storage.k8s.io', 'v1', [
    ['CSIDriver', 'csidrivers', { scope: 'Cluster' }],
    ['CSINode', 'csinodes', { scope: 'Cluster' }],
    ['CSIStorageCapacity', 'csistoragecapacities'],
    [
      'StorageClass',
      'storageclasses',
      { scope: 'Cluster', shortNames: ['sc'] },
    ],
    [
      'VolumeAttachment',
      'volumeattachments',
      { scope: 'Cluster', subresources: ['status'] },
    ],
    [
      'VolumeAttributesClass',
      'volumeattributesclasses',
      { scope: 'Cluster', shortNames: ['vac'] },
    ],
  ]),
  ...kindsOf('admissionregistration.k8s.io', 'v1', [
    [
      'MutatingAdmissionPolicy',
      'mutatingadmissionpolicies',
      { scope: 'Cluster', categories: ['api-extensions'], generation: true },
    ],
    [
      'MutatingAdmissionPolicyBinding',
      'mutatingadmissionpolicybindings',
      { scope: 'Cluster', categories: ['api-extensions'], generation: true },
    ],
    [
      'MutatingWebhookConfiguration',
      'mutatingwebhookconfigurations',
      { scope: 'Cluster', categories: ['api-extensions'], generation: true },
    ],
    [
      'ValidatingAdmissionPolicy',
      'validatingadmissionpolicies',
      {
        scope: 'Cluster',
        categories: ['api-extensions'],
        subresources: ['status'],
        generation: true,
      },
    ],
    [
      'ValidatingAdmissionPolicyBinding',
      'validatingadmissionpolicybindings',
      { scope: 'Cluster', categories: ['api-extensions'], generation: true },
    ],
    [
      'ValidatingWebhookConfiguration',
      'validatingwebhookconfigurations',
      { scope: 'Cluster', categories: ['api-extensions'], generation: true },
    ],
  ]),
  ...kindsOf('apiextensions.k8s.io', 'v1', [
    [
      'CustomResourceDefinition',
      'customresourcedefinitions',
      {
        scope: 'Cluster',
        shortNames: ['crd', 'crds'],
        categories: ['api-extensions'],
        subresources: ['status'],
        generation: true,
      },
    ],
  ]),
  ...kindsOf('scheduling.k8s.io', 'v1', [
    [
      'PriorityClass',
      'priorityclasses',
      { scope: 'Cluster', shortNames: ['pc'], generation: true },
    ],
  ]),
  ...kindsOf('coordination.k8s.io', 'v1', [['Lease', 'leases']]),
  ...kindsOf('node.k8s.io', 'v1', [
    ['RuntimeClass', 'runtimeclasses', { scope: 'Cluster' }],
  ]),
  ...kindsOf('discovery.k8s.io', 'v1', [
    ['EndpointSlice', 'endpointslices', { generation: true }],
  ]),
  ...kindsOf('resource.k8s.io', 'v1', [
    ['DeviceClass', 'deviceclasses', { scope: 'Cluster', generation: true }],
    ['ResourceClaim', 'resourceclaims', { subresources: ['status'] }],
    ['ResourceClaimTemplate', 'resourceclaimtemplates'],
    ['ResourceSlice', 'resourceslices', { scope: 'Cluster', generation: true }],
  ]),
  ...kindsOf('flowcontrol.apiserver.k8s.io', 'v1', [
    [
      'FlowSchema',
      'flowschemas',
      { scope: 'Cluster', subresources: ['status'], generation: true },
    ],
    [
      'PriorityLevelConfiguration',
      'prioritylevelconfigurations',
      { scope: 'Cluster', subresources: ['status'], generation: true },
    ],
  ]),
];
