import { canonicalJson } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import {
  Endpoint,
  EndpointPort,
  Pod,
  Service,
  ServicePort,
} from '../objects/workloads';
import { isFinished, isReady } from './conditions';

/** Endpoints whose pods resolve the Service's ports in the same way. */
export interface EndpointGroup {
  endpoints: Endpoint[] | null;
  ports: EndpointPort[] | null;
}

/** Whether a Service selects a pod. */
export function selectsPod(
  { spec }: Service,
  { metadata }: KubernetesObject,
): boolean {
  const wanted = Object.entries(spec.selector ?? {});
  return (
    wanted.length > 0 &&
    wanted.every(([key, value]) => metadata.labels?.[key] === value)
  );
}

/**
 * Groups a Service's pods by the ports they resolve to. A name that no
 * container of a pod has resolves to nothing, so that port is missing there.
 */
export function endpointGroups(
  service: Service,
  pods: Pod[],
  zoneOf: (pod: Pod) => string | undefined,
): EndpointGroup[] {
  const groups = new Map<string, EndpointGroup>();
  for (const pod of pods) {
    if (!pod.status.podIP || isFinished(pod)) {
      continue;
    }
    const ports = (service.spec.ports ?? []).flatMap(port =>
      resolved(port, pod),
    );
    const key = canonicalJson(ports);
    const group = groups.get(key);
    const endpoint = endpointOf(service, pod, zoneOf(pod));
    if (group) {
      group.endpoints?.push(endpoint);
    } else {
      // An empty list reads back as null, as from the real server's storage.
      const known = ports.length > 0 ? ports : null;
      groups.set(key, { endpoints: [endpoint], ports: known });
    }
  }
  // Without endpoints the Service keeps one slice that says so.
  return groups.size > 0
    ? [...groups.values()]
    : [{ endpoints: null, ports: null }];
}

function resolved(port: ServicePort, pod: Pod): EndpointPort[] {
  const number = portNumber(port, pod);
  return number === undefined
    ? []
    : [
        {
          name: port.name ?? '',
          protocol: port.protocol,
          port: number,
          ...(port.appProtocol && { appProtocol: port.appProtocol }),
        },
      ];
}

function portNumber(
  { targetPort, protocol }: ServicePort,
  { spec }: Pod,
): number | undefined {
  if (typeof targetPort === 'number') {
    return targetPort;
  }
  return spec.containers
    .flatMap(({ ports }) => ports ?? [])
    .find(port => port.name === targetPort && port.protocol === protocol)
    ?.containerPort;
}

function endpointOf(
  service: Service,
  pod: Pod,
  zone: string | undefined,
): Endpoint {
  const { name, namespace, uid, deletionTimestamp } = pod.metadata;
  const terminating = deletionTimestamp !== undefined;
  const serving =
    isReady(pod) || Boolean(service.spec.publishNotReadyAddresses);
  const hasOwnName =
    pod.spec.hostname !== undefined &&
    pod.spec.subdomain === service.metadata.name;
  return {
    addresses: [pod.status.podIP ?? ''],
    conditions: { ready: serving && !terminating, serving, terminating },
    ...(hasOwnName && { hostname: pod.spec.hostname }),
    targetRef: { kind: 'Pod', namespace, name, uid },
    ...(pod.spec.nodeName && { nodeName: pod.spec.nodeName }),
    ...(zone && { zone }),
  };
}
