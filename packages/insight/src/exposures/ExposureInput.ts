import { Freshness } from '../freshness';
import { RecordKind } from '../record';
import { ObjectRef } from '../records/base';
import { RecordSet } from '../RecordSet';
import { Upstream } from './upstreams';

/**
 * What exposures are computed from.
 *
 * @public
 */
export interface ExposureInput {
  /**
   * The records of one cluster that the service touches. More does no harm.
   *
   * - Its roots with their ReplicaSets and pods; the Services that select pods
   *   of the roots, and those called like a root.
   * - The Ingresses, HTTPRoutes, GRPCRoutes and TLSRoutes that have an edge
   *   `routes-to` one of these Services, existing or not. Routes of the Gateway
   *   API may stand in other namespaces than the Service.
   * - To find a path that is claimed twice, the Ingresses of every namespace that
   *   the caller may read which name a host of these Ingresses.
   * - Every IngressClass and every GatewayClass.
   * - Of each Service that these Ingresses and routes name, in whichever
   *   namespace: the Service, its EndpointSlices, and the pods, ReplicaSets and
   *   Deployments that its selector matches.
   * - The Gateways and ListenerSets that the routes have an edge `attaches-to`,
   *   and the Gateways to which those ListenerSets have one.
   * - The Namespace of each of the routes and ListenerSets, for its labels.
   * - The ReferenceGrants in the namespaces of Services that routes of other
   *   namespaces name.
   * - Of each of these Gateways the Services in its namespace with the label
   *   `gateway.networking.k8s.io/gateway-name` of its name, the one called
   *   `<gateway>-<class>`, and those of type LoadBalancer that hold an address of
   *   it or of one of the Ingresses; with their EndpointSlices and pods.
   * - The NetworkPolicies that select these pods; and for the labels of the
   *   namespaces from which traffic comes, the Namespace of each of the Gateways
   *   and of the controller, where the caller may read it.
   * - The Challenges and ExternalDNSes in the namespaces of the Ingresses and
   *   routes, and every ClusterExternalDNS.
   * - The Events `about` these Ingresses, routes, Gateways, ListenerSets,
   *   Services and ExternalDNSes.
   */
  records: RecordSet;
  /**
   * What makes up the service: its workloads, and Services and Ingresses that
   * carry its label. A Service among them belongs whatever it selects; an
   * Ingress or route among them contributes its routes to Services that are
   * missing or select nothing.
   */
  roots: readonly ObjectRef[];
  /** How current each kind is on this cluster. */
  freshness: (kind: RecordKind) => Freshness;
  /**
   * Whether the records of a namespace are among the records. Where it says
   * no, because the caller may not see the namespace or it is not collected,
   * that an object of it has no record does not mean that it does not exist.
   * Without it, every namespace is.
   */
  isReadable?: (namespace: string) => boolean;
  /** What the platform declares to stand in front of its clusters. */
  upstreams?: readonly Upstream[];
  now: Date;
}
