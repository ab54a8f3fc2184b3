import { KubernetesObject, ObjectMeta } from './KubernetesObject';

/** What controllers read of the kinds they work with. */

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
  lastUpdateTime?: string;
  lastProbeTime?: string | null;
  observedGeneration?: number;
}

export interface ContainerPort {
  name?: string;
  containerPort: number;
  protocol: string;
}

export interface Probe {
  httpGet?: { port: number | string };
  tcpSocket?: { port: number | string };
}

export interface Container {
  name: string;
  image: string;
  ports?: ContainerPort[];
  readinessProbe?: Probe;
  resources?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
}

export interface Toleration {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
}

export interface PodSpec {
  containers: Container[];
  nodeName?: string;
  schedulerName?: string;
  nodeSelector?: Record<string, string>;
  tolerations?: Toleration[];
  restartPolicy?: string;
  hostname?: string;
  subdomain?: string;
  volumes?: Volume[];
}

export interface Volume {
  name: string;
  persistentVolumeClaim?: { claimName: string };
}

export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status: {
    phase?: string;
    conditions?: Condition[];
    podIP?: string;
    podIPs?: { ip: string }[];
    hostIP?: string;
    startTime?: string;
    qosClass?: string;
    containerStatuses?: Record<string, unknown>[];
  };
}

export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: PodSpec;
}

export interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

export interface Deployment extends KubernetesObject {
  spec: {
    replicas: number;
    selector: Selector;
    template: PodTemplate;
    paused?: boolean;
    minReadySeconds?: number;
    revisionHistoryLimit?: number;
    progressDeadlineSeconds?: number;
    strategy: {
      type: string;
      rollingUpdate?: {
        maxUnavailable?: number | string;
        maxSurge?: number | string;
      };
    };
  };
  status: { conditions?: Condition[]; observedGeneration?: number };
}

export interface ResourceQuota extends KubernetesObject {
  spec: { hard?: Record<string, string> };
}

export interface ReplicaSet extends KubernetesObject {
  spec: {
    replicas: number;
    selector: Selector;
    template: PodTemplate;
    minReadySeconds?: number;
  };
  status: {
    replicas: number;
    fullyLabeledReplicas?: number;
    readyReplicas?: number;
    availableReplicas?: number;
    terminatingReplicas?: number;
    observedGeneration?: number;
    conditions?: Condition[];
  };
}

export interface StatefulSet extends KubernetesObject {
  spec: {
    replicas: number;
    selector: Selector;
    template: PodTemplate;
    serviceName?: string;
    podManagementPolicy?: string;
    volumeClaimTemplates?: (Omit<KubernetesObject, 'metadata'> & {
      metadata: Partial<ObjectMeta> & { name: string };
    })[];
  };
  status: { currentRevision?: string };
}

export interface DaemonSet extends KubernetesObject {
  spec: { selector: Selector; template: PodTemplate };
}

export interface Job extends KubernetesObject {
  spec: {
    completions?: number;
    parallelism?: number;
    suspend?: boolean;
    selector: Selector;
    template: PodTemplate;
  };
  status: {
    conditions?: Condition[];
    startTime?: string;
    completionTime?: string;
  };
}

export interface ServicePort {
  name?: string;
  protocol: string;
  port: number;
  targetPort: number | string;
  appProtocol?: string;
}

export interface Service extends KubernetesObject {
  spec: {
    type: string;
    selector?: Record<string, string>;
    ports?: ServicePort[];
    publishNotReadyAddresses?: boolean;
    loadBalancerIP?: string;
    loadBalancerClass?: string;
    loadBalancerSourceRanges?: string[];
    clusterIP?: string;
  };
  status: { loadBalancer?: { ingress?: LoadBalancerIngress[] } };
}

export interface LoadBalancerIngress {
  ip?: string;
  hostname?: string;
  ipMode?: string;
}

export interface Endpoint {
  addresses: string[];
  conditions: { ready: boolean; serving: boolean; terminating: boolean };
  hostname?: string;
  targetRef: { kind: string; namespace?: string; name: string; uid: string };
  nodeName?: string;
  zone?: string;
}

export interface EndpointPort {
  name: string;
  protocol: string;
  port: number;
  appProtocol?: string;
}

export interface EndpointSlice extends KubernetesObject {
  addressType: string;
  endpoints: Endpoint[] | null;
  ports: EndpointPort[] | null;
}

export interface Node extends KubernetesObject {
  spec: {
    providerID?: string;
    unschedulable?: boolean;
    taints?: { key: string; value?: string; effect: string }[];
  };
  status: {
    conditions?: Condition[];
    allocatable?: Record<string, string>;
    addresses?: { type: string; address: string }[];
  };
}

export interface IngressClass extends KubernetesObject {
  spec: { controller: string };
}

export interface Ingress extends KubernetesObject {
  spec: { ingressClassName?: string };
  status: { loadBalancer?: { ingress?: LoadBalancerIngress[] } };
}
