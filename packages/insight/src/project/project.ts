import { Projection } from '../edge';
import { RecordKind } from '../record';
import { bounded } from './bounded';
import { projectHorizontalPodAutoscaler } from './autoscaling/horizontal';
import { projectScaledJob, projectScaledObject } from './autoscaling/keda';
import {
  projectClusterTriggerAuthentication,
  projectTriggerAuthentication,
} from './autoscaling/triggers';
import { projectVerticalPodAutoscaler } from './autoscaling/vertical';
import { projectChallenge, projectOrder } from './certificates/acme';
import {
  projectCertificate,
  projectCertificateRequest,
} from './certificates/certificates';
import { projectClusterIssuer, projectIssuer } from './certificates/issuers';
import { projectConfigMap } from './configuration/configMap';
import {
  projectSecretProviderClass,
  projectSecretProviderClassPodStatus,
} from './configuration/secretProvider';
import { projectServiceAccount } from './configuration/serviceAccount';
import { projectDnsEndpoint } from './dns/dnsEndpoint';
import {
  projectClusterExternalDns,
  projectExternalDns,
} from './dns/externalDns';
import {
  projectGateway,
  projectGatewayClass,
  projectListenerSet,
} from './gateway/gateways';
import { projectReferenceGrant } from './gateway/referenceGrant';
import {
  projectGrpcRoute,
  projectHttpRoute,
  projectTlsRoute,
} from './gateway/routes';
import {
  projectAksNodeClass,
  projectNodeClaim,
  projectNodePool,
} from './karpenter/nodePools';
import {
  projectLimitRange,
  projectPodDisruptionBudget,
  projectResourceQuota,
} from './limits/limits';
import { projectNamespace } from './namespace';
import { projectEndpointSlice } from './networking/endpointSlice';
import { projectIngress } from './networking/ingress';
import { projectIngressClass } from './networking/ingressClass';
import { projectNetworkPolicy } from './networking/networkPolicy';
import { projectNginxIngressController } from './networking/nginxIngressController';
import { projectService } from './networking/service';
import { projectNode } from './node';
import { projectEvent } from './observations/event';
import {
  projectClusterPolicyReport,
  projectPolicyReport,
} from './observations/policyReport';
import {
  projectPersistentVolume,
  projectPersistentVolumeClaim,
  projectStorageClass,
} from './storage/volumes';
import { projectDaemonSet } from './workloads/daemonSet';
import { projectDeployment } from './workloads/deployment';
import { projectCronJob, projectJob } from './workloads/jobs';
import { projectPod } from './workloads/pod';
import { projectReplicaSet } from './workloads/replicaSet';
import { projectStatefulSet } from './workloads/statefulSet';

/**
 * What a projection keeps beyond its fixed facts.
 *
 * @public
 */
export interface ProjectionOptions {
  /** Keys of Namespace annotations to keep, such as one that names an owner. */
  namespaceAnnotations?: readonly string[];
}

const projections: Record<
  RecordKind,
  (object: unknown, options: ProjectionOptions) => Projection | undefined
> = {
  Namespace: projectNamespace,
  Node: projectNode,
  PersistentVolume: projectPersistentVolume,
  StorageClass: projectStorageClass,
  IngressClass: projectIngressClass,
  Ingress: projectIngress,
  NetworkPolicy: projectNetworkPolicy,
  GatewayClass: projectGatewayClass,
  Gateway: projectGateway,
  ListenerSet: projectListenerSet,
  HTTPRoute: projectHttpRoute,
  GRPCRoute: projectGrpcRoute,
  TLSRoute: projectTlsRoute,
  ReferenceGrant: projectReferenceGrant,
  NginxIngressController: projectNginxIngressController,
  ClusterExternalDNS: projectClusterExternalDns,
  ExternalDNS: projectExternalDns,
  Service: projectService,
  ServiceAccount: projectServiceAccount,
  ConfigMap: projectConfigMap,
  PersistentVolumeClaim: projectPersistentVolumeClaim,
  ResourceQuota: projectResourceQuota,
  LimitRange: projectLimitRange,
  Deployment: projectDeployment,
  StatefulSet: projectStatefulSet,
  DaemonSet: projectDaemonSet,
  ReplicaSet: projectReplicaSet,
  CronJob: projectCronJob,
  Job: projectJob,
  EndpointSlice: projectEndpointSlice,
  Pod: projectPod,
  HorizontalPodAutoscaler: projectHorizontalPodAutoscaler,
  VerticalPodAutoscaler: projectVerticalPodAutoscaler,
  ScaledObject: projectScaledObject,
  ScaledJob: projectScaledJob,
  TriggerAuthentication: projectTriggerAuthentication,
  ClusterTriggerAuthentication: projectClusterTriggerAuthentication,
  PodDisruptionBudget: projectPodDisruptionBudget,
  ClusterIssuer: projectClusterIssuer,
  Issuer: projectIssuer,
  Certificate: projectCertificate,
  CertificateRequest: projectCertificateRequest,
  Order: projectOrder,
  Challenge: projectChallenge,
  DNSEndpoint: projectDnsEndpoint,
  AKSNodeClass: projectAksNodeClass,
  NodePool: projectNodePool,
  NodeClaim: projectNodeClaim,
  SecretProviderClass: projectSecretProviderClass,
  SecretProviderClassPodStatus: projectSecretProviderClassPodStatus,
  ClusterPolicyReport: projectClusterPolicyReport,
  PolicyReport: projectPolicyReport,
  Event: projectEvent,
};

/**
 * The facts and edges kept of one object. The kind is an argument because the
 * items of a list do not say it. Total: whatever is missing or of the wrong
 * type is left out or takes its default; an object without a name (or, where
 * its kind has one, a namespace) gives undefined, and so does an Event that tells
 * of no trouble.
 *
 * @public
 */
export function project(
  kind: RecordKind,
  object: unknown,
  options: ProjectionOptions = {},
): Projection | undefined {
  const projection = projections[kind](object, options);
  return projection && bounded(projection);
}
