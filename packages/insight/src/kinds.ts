import { RecordKind } from './record';

/**
 * Where a kind is served and which shape its records have.
 *
 * @public
 */
export interface KindDescriptor {
  kind: RecordKind;
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  namespaced: boolean;
  /**
   * Defined by a CustomResourceDefinition, so that a cluster without the add-on
   * does not serve it and lacks nothing.
   */
  custom: boolean;
  /**
   * Grows whenever the projection of this kind changes what it keeps; a store
   * that holds another version lists the kind again.
   */
  projectionVersion: number;
}

/** Kind, plural, and what is not usual: namespaced, projected for the first time. */
type KindRow = [
  kind: RecordKind,
  plural: string,
  unusual?: { scope?: 'Cluster'; projection?: number },
];

const CLUSTER = { scope: 'Cluster' } as const;

/**
 * Every kind that is collected, in the order in which a first sync lists them:
 * what other records hang on comes first.
 *
 * Groups and versions are those of Kubernetes 1.36 and of the add-ons as they
 * were installed there on 2026-11-22. TLSRoute is `v1` since Gateway API 1.5
 * (https://github.com/kubernetes-sigs/gateway-api/releases/tag/v1.5.0); the
 * kinds of application routing are those of Azure/aks-app-routing-operator.
 *
 * @public
 */
export const kinds: readonly KindDescriptor[] = [
  ...builtIn('', 'v1', [
    ['Namespace', 'namespaces', CLUSTER],
    ['Node', 'nodes', CLUSTER],
    ['PersistentVolume', 'persistentvolumes', CLUSTER],
  ]),
  ...builtIn('storage.k8s.io', 'v1', [
    ['StorageClass', 'storageclasses', CLUSTER],
  ]),
  ...builtIn('networking.k8s.io', 'v1', [
    ['IngressClass', 'ingressclasses', CLUSTER],
    ['Ingress', 'ingresses', { projection: 3 }],
    ['NetworkPolicy', 'networkpolicies'],
  ]),
  ...custom('gateway.networking.k8s.io', 'v1', [
    ['GatewayClass', 'gatewayclasses', CLUSTER],
    ['Gateway', 'gateways'],
    ['ListenerSet', 'listenersets'],
    ['HTTPRoute', 'httproutes'],
    ['GRPCRoute', 'grpcroutes'],
    ['TLSRoute', 'tlsroutes'],
    ['ReferenceGrant', 'referencegrants'],
  ]),
  ...custom('approuting.kubernetes.azure.com', 'v1alpha1', [
    ['NginxIngressController', 'nginxingresscontrollers', CLUSTER],
    ['ClusterExternalDNS', 'clusterexternaldnses', CLUSTER],
    ['ExternalDNS', 'externaldnses'],
  ]),
  ...builtIn('', 'v1', [
    ['Service', 'services', { projection: 3 }],
    ['ServiceAccount', 'serviceaccounts'],
    ['ConfigMap', 'configmaps'],
    ['PersistentVolumeClaim', 'persistentvolumeclaims'],
    ['ResourceQuota', 'resourcequotas'],
    ['LimitRange', 'limitranges'],
  ]),
  ...builtIn('apps', 'v1', [
    ['Deployment', 'deployments', { projection: 3 }],
    ['StatefulSet', 'statefulsets', { projection: 2 }],
    ['DaemonSet', 'daemonsets', { projection: 2 }],
    ['ReplicaSet', 'replicasets', { projection: 2 }],
  ]),
  ...builtIn('batch', 'v1', [
    ['CronJob', 'cronjobs', { projection: 2 }],
    ['Job', 'jobs', { projection: 2 }],
  ]),
  ...builtIn('discovery.k8s.io', 'v1', [['EndpointSlice', 'endpointslices']]),
  ...builtIn('', 'v1', [['Pod', 'pods', { projection: 3 }]]),
  ...builtIn('autoscaling', 'v2', [
    ['HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
  ]),
  ...custom('autoscaling.k8s.io', 'v1', [
    ['VerticalPodAutoscaler', 'verticalpodautoscalers'],
  ]),
  ...custom('keda.sh', 'v1alpha1', [
    ['ScaledObject', 'scaledobjects'],
    ['ScaledJob', 'scaledjobs', { projection: 2 }],
    ['TriggerAuthentication', 'triggerauthentications'],
    ['ClusterTriggerAuthentication', 'clustertriggerauthentications', CLUSTER],
  ]),
  ...builtIn('policy', 'v1', [['PodDisruptionBudget', 'poddisruptionbudgets']]),
  ...custom('cert-manager.io', 'v1', [
    ['ClusterIssuer', 'clusterissuers', CLUSTER],
    ['Issuer', 'issuers'],
    ['Certificate', 'certificates'],
    ['CertificateRequest', 'certificaterequests'],
  ]),
  ...custom('acme.cert-manager.io', 'v1', [
    ['Order', 'orders'],
    ['Challenge', 'challenges', { projection: 2 }],
  ]),
  ...custom('externaldns.k8s.io', 'v1alpha1', [
    ['DNSEndpoint', 'dnsendpoints'],
  ]),
  ...custom('karpenter.azure.com', 'v1beta1', [
    ['AKSNodeClass', 'aksnodeclasses', CLUSTER],
  ]),
  ...custom('karpenter.sh', 'v1', [
    ['NodePool', 'nodepools', CLUSTER],
    ['NodeClaim', 'nodeclaims', CLUSTER],
  ]),
  ...custom('secrets-store.csi.x-k8s.io', 'v1', [
    ['SecretProviderClass', 'secretproviderclasses'],
    ['SecretProviderClassPodStatus', 'secretproviderclasspodstatuses'],
  ]),
  ...custom('wgpolicyk8s.io', 'v1alpha2', [
    ['ClusterPolicyReport', 'clusterpolicyreports', CLUSTER],
    ['PolicyReport', 'policyreports'],
  ]),
  ...builtIn('', 'v1', [['Event', 'events', { projection: 3 }]]),
];

/**
 * The path under which a kind's collection is served.
 *
 * @public
 */
export function collectionPath(
  descriptor: Pick<KindDescriptor, 'group' | 'version' | 'plural'>,
): string {
  const { group, version, plural } = descriptor;
  return group === ''
    ? `/api/${version}/${plural}`
    : `/apis/${group}/${version}/${plural}`;
}

const BY_KIND = new Map<string, KindDescriptor>(
  kinds.map(descriptor => [descriptor.kind, descriptor]),
);

/**
 * What a kind is called in records and edges: its plain name, unless one of
 * {@link kinds} bears that name in another group. A Service of Knative
 * is not a Service, so it is a `Service.serving.knative.dev`.
 *
 * @public
 */
export function kindName(group: string, kind: string): string {
  const ours = BY_KIND.get(kind);
  return ours && ours.group !== group ? `${kind}.${group}` : kind;
}

/**
 * Whether objects of a kind live in namespaces; undefined for a kind that is
 * not projected.
 */
export function isNamespacedKind(kind: string): boolean | undefined {
  return BY_KIND.get(kind)?.namespaced;
}

/** Kinds that every cluster serves. */
function builtIn(
  group: string,
  version: string,
  rows: KindRow[],
): KindDescriptor[] {
  return rows.map(([kind, plural, { scope, projection } = {}]) => ({
    kind,
    group,
    version,
    plural,
    namespaced: scope !== 'Cluster',
    custom: false,
    projectionVersion: projection ?? 1,
  }));
}

/** Kinds that an add-on brings. */
function custom(
  group: string,
  version: string,
  rows: KindRow[],
): KindDescriptor[] {
  return builtIn(group, version, rows).map(descriptor => ({
    ...descriptor,
    custom: true,
  }));
}
