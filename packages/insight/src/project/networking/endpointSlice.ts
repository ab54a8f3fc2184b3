import { Projection } from '../../edge';
import { Endpoint } from '../../records/networking';
import { Fields, fieldsAt, fieldsIn, portNumber, text } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

export function projectEndpointSlice(object: unknown): Projection | undefined {
  const metadata = metadataOf('EndpointSlice', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace, labels } = metadata;
  const { addressType, ports, endpoints } = fieldsAt(object);
  const service = Object.hasOwn(labels, 'kubernetes.io/service-name')
    ? text(labels['kubernetes.io/service-name'])
    : undefined;
  return {
    record: {
      ...metadata,
      ...(service && { service }),
      addressType: text(addressType) ?? '',
      ports: fieldsIn(ports).map(entry => {
        const name = text(entry.name);
        const port = portNumber(entry.port);
        return {
          ...(name && { name }),
          ...(port && { port }),
          protocol: text(entry.protocol) ?? 'TCP',
        };
      }),
      endpoints: fieldsIn(endpoints).map(endpoint),
    },
    edges: [
      ...ownerEdges(metadata),
      ...(service
        ? [
            {
              relation: 'endpoints-of' as const,
              to: { kind: 'Service', namespace, name: service },
            },
          ]
        : []),
    ],
  };
}

// Absent conditions mean ready, serving and not terminating, says the API's own
// description (discovery.k8s.io/v1 EndpointConditions, Kubernetes 1.36).
function endpoint(entry: Fields): Endpoint {
  const { ready, serving, terminating } = fieldsAt(entry, 'conditions');
  const target = fieldsAt(entry, 'targetRef');
  const pod = target.kind === 'Pod' ? text(target.name) : undefined;
  const node = text(entry.nodeName);
  const zone = text(entry.zone);
  return {
    ...(pod && { pod }),
    ready: ready !== false,
    serving: serving !== false,
    terminating: terminating === true,
    ...(node && { node }),
    ...(zone && { zone }),
  };
}
