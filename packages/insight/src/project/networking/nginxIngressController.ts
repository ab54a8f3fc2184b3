import { Projection } from '../../edge';
import { NginxIngressControllerRecord } from '../../records/ingress';
import { knownIn } from '../annotations';
import { conditionsOf } from '../conditions';
import { count, Fields, fieldsAt, nameIn, present, reason } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';

/** approuting.kubernetes.azure.com/v1alpha1 of Azure/aks-app-routing-operator. */
export function projectNginxIngressController(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('NginxIngressController', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const scaling = fieldsAt(spec, 'scaling');
  const ingressClassName = nameIn(spec.ingressClassName);
  const record: NginxIngressControllerRecord = present({
    ...metadata,
    ingressClassName,
    minReplicas: count(scaling.minReplicas),
    maxReplicas: count(scaling.maxReplicas),
    threshold: reason(scaling.threshold),
    httpDisabled: spec.httpDisabled === true,
    loadBalancerAnnotations: knownIn(spec.loadBalancerAnnotations),
    defaultCertificate: certificateFrom(
      fieldsAt(spec, 'defaultSSLCertificate'),
    ),
    readyReplicas: count(status.controllerReadyReplicas) ?? 0,
    unavailableReplicas: count(status.controllerUnavailableReplicas) ?? 0,
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('of-class', [
        ingressClassName
          ? refTo('IngressClass', '', ingressClassName)
          : undefined,
      ]),
    ],
  };
}

function certificateFrom(
  certificate: Fields,
): NginxIngressControllerRecord['defaultCertificate'] {
  if (Object.hasOwn(certificate, 'secret')) {
    return 'secret';
  }
  return Object.hasOwn(certificate, 'keyVaultURI') ? 'key-vault' : undefined;
}
