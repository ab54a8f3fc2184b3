import { Instant } from '../rules/Instant';
import { SharedPath } from './ExposurePath';
import {
  IngressStack,
  ingressStackOf,
  loadBalancerStack,
  StackSubject,
} from './ingressStack';

/**
 * Values of the annotation `kubernetes.io/ingress.class` that one controller
 * alone takes, whether there is an IngressClass or not.
 *
 * Application Gateway: Azure/application-gateway-kubernetes-ingress,
 * docs/annotations.md; application routing: learn.microsoft.com/azure/aks/
 * app-routing. Both as of 2026-11-24. The value `nginx` is taken by several.
 */
const LEGACY_CONTROLLERS = new Map([
  ['azure/application-gateway', 'azure/application-gateway'],
  ['azure-application-gateway', 'azure/application-gateway'],
  [
    'webapprouting.kubernetes.azure.com',
    'webapprouting.kubernetes.azure.com/nginx',
  ],
]);

/** The stack that lets a path in; undefined where its class is not known. */
export function stackOfPath(
  path: SharedPath,
  instant: Instant,
): IngressStack | undefined {
  const { record } = path.route;
  if (record.kind === 'Service') {
    return record.type === 'LoadBalancer' ? loadBalancerStack : undefined;
  }
  const subject = stackSubjectOf(path);
  return subject && ingressStackOf(subject, instant);
}

/** The class of a path, or what its Ingress says of it by the old annotation. */
export function stackSubjectOf({
  route: { record, attachment },
  ingressClass,
}: SharedPath): StackSubject | undefined {
  const known = ingressClass ?? attachment?.gatewayClass;
  if (known) {
    return known;
  }
  const legacy =
    record.kind === 'Ingress' && record.className === undefined
      ? record.legacyClass
      : undefined;
  const controller =
    legacy === undefined ? undefined : LEGACY_CONTROLLERS.get(legacy);
  return legacy !== undefined && controller !== undefined
    ? { kind: 'IngressClass', name: legacy, controller }
    : undefined;
}
