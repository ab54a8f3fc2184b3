import {
  ClusterTriggerAuthenticationRecord,
  HorizontalPodAutoscalerRecord,
  ScaledObjectRecord,
  TriggerAuthenticationRecord,
  VerticalPodAutoscalerRecord,
} from './records/autoscaling';
import {
  CertificateRecord,
  CertificateRequestRecord,
  ChallengeRecord,
  ClusterIssuerRecord,
  IssuerRecord,
  OrderRecord,
} from './records/certificates';
import { NamespaceRecord, NodeRecord } from './records/cluster';
import {
  ConfigMapRecord,
  SecretProviderClassPodStatusRecord,
  SecretProviderClassRecord,
  ServiceAccountRecord,
} from './records/configuration';
import {
  ClusterExternalDNSRecord,
  DNSEndpointRecord,
  ExternalDNSRecord,
} from './records/dns';
import {
  GRPCRouteRecord,
  GatewayClassRecord,
  GatewayRecord,
  HTTPRouteRecord,
  ListenerSetRecord,
  ReferenceGrantRecord,
  TLSRouteRecord,
} from './records/gateway';
import {
  IngressClassRecord,
  IngressRecord,
  NginxIngressControllerRecord,
} from './records/ingress';
import {
  AKSNodeClassRecord,
  NodeClaimRecord,
  NodePoolRecord,
} from './records/karpenter';
import {
  LimitRangeRecord,
  PodDisruptionBudgetRecord,
  ResourceQuotaRecord,
} from './records/limits';
import {
  EndpointSliceRecord,
  NetworkPolicyRecord,
  ServiceRecord,
} from './records/networking';
import {
  ClusterPolicyReportRecord,
  EventRecord,
  PolicyReportRecord,
} from './records/observations';
import { PodRecord } from './records/pods';
import { ScaledJobRecord } from './records/scaledJobs';
import {
  PersistentVolumeClaimRecord,
  PersistentVolumeRecord,
  StorageClassRecord,
} from './records/storage';
import {
  CronJobRecord,
  DaemonSetRecord,
  DeploymentRecord,
  JobRecord,
  ReplicaSetRecord,
  StatefulSetRecord,
} from './records/workloads';

/**
 * The lean, typed facts kept of one object; never the object itself, never a
 * value of a Secret, ConfigMap, environment variable or argument.
 *
 * @public
 */
export type KubernetesRecord =
  | HorizontalPodAutoscalerRecord
  | VerticalPodAutoscalerRecord
  | ScaledObjectRecord
  | TriggerAuthenticationRecord
  | ClusterTriggerAuthenticationRecord
  | CertificateRecord
  | CertificateRequestRecord
  | OrderRecord
  | ChallengeRecord
  | IssuerRecord
  | ClusterIssuerRecord
  | NamespaceRecord
  | NodeRecord
  | ConfigMapRecord
  | ServiceAccountRecord
  | SecretProviderClassRecord
  | SecretProviderClassPodStatusRecord
  | DNSEndpointRecord
  | ExternalDNSRecord
  | ClusterExternalDNSRecord
  | GatewayClassRecord
  | GatewayRecord
  | ListenerSetRecord
  | HTTPRouteRecord
  | GRPCRouteRecord
  | TLSRouteRecord
  | ReferenceGrantRecord
  | IngressRecord
  | IngressClassRecord
  | NginxIngressControllerRecord
  | NodePoolRecord
  | NodeClaimRecord
  | AKSNodeClassRecord
  | ResourceQuotaRecord
  | LimitRangeRecord
  | PodDisruptionBudgetRecord
  | ServiceRecord
  | EndpointSliceRecord
  | NetworkPolicyRecord
  | EventRecord
  | PolicyReportRecord
  | ClusterPolicyReportRecord
  | PodRecord
  | ScaledJobRecord
  | PersistentVolumeClaimRecord
  | PersistentVolumeRecord
  | StorageClassRecord
  | DeploymentRecord
  | StatefulSetRecord
  | DaemonSetRecord
  | JobRecord
  | CronJobRecord
  | ReplicaSetRecord;

/** @public */
export type RecordKind = KubernetesRecord['kind'];

/** @public */
export type RecordOf<Kind extends RecordKind> = Extract<
  KubernetesRecord,
  { kind: Kind }
>;
