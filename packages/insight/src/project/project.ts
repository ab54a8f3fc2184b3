import { Projection } from '../edge';
import { RecordKind } from '../record';
import { projectDeployment } from './deployment';
import { projectEndpointSlice } from './endpointSlice';
import { projectIngress } from './ingress';
import { projectIngressClass } from './ingressClass';
import { projectNamespace } from './namespace';
import { projectPod } from './pod';
import { projectReplicaSet } from './replicaSet';
import { projectService } from './service';

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
  Pod: projectPod,
  Service: projectService,
  EndpointSlice: projectEndpointSlice,
  Ingress: projectIngress,
  IngressClass: projectIngressClass,
  Deployment: projectDeployment,
  ReplicaSet: projectReplicaSet,
};

/**
 * The facts and edges kept of one object. The kind is an argument because the
 * items of a list do not say it. Total: whatever is missing or of the wrong
 * type is left out or takes its default; an object without a name (or, where
 * its kind has one, a namespace) gives undefined.
 *
 * @public
 */
export function project(
  kind: RecordKind,
  object: unknown,
  options: ProjectionOptions = {},
): Projection | undefined {
  return projections[kind](object, options);
}
