import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { AGE, NAME, TableColumn, textColumn, wide } from './columns';

function addressesOf(object: KubernetesObject): string {
  return objectsIn(valueAt(object, 'status.loadBalancer.ingress'))
    .map(({ ip, hostname }) => String(ip ?? hostname ?? ''))
    .join(',');
}

function externalIp(service: KubernetesObject): string {
  if (valueAt(service, 'spec.type') === 'LoadBalancer') {
    return addressesOf(service) || '<pending>';
  }
  if (valueAt(service, 'spec.type') === 'ExternalName') {
    return String(valueAt(service, 'spec.externalName'));
  }
  const ips = valueAt(service, 'spec.externalIPs');
  return Array.isArray(ips) && ips.length > 0 ? ips.join(',') : '<none>';
}

function servicePorts(service: KubernetesObject): string {
  const ports = objectsIn(valueAt(service, 'spec.ports'));
  return (
    ports
      .map(({ port, nodePort, protocol }) =>
        nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`,
      )
      .join(',') || '<none>'
  );
}

function labelsText(labels: unknown): string {
  return isJsonObject(labels) && Object.keys(labels).length > 0
    ? Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(',')
    : '<none>';
}

// kubectl keeps its tables narrow: three values, then how many more.
function shortened(values: string[], none: string): string {
  if (values.length === 0) {
    return none;
  }
  const more = values.length > 3 ? ` + ${values.length - 3} more...` : '';
  return values.slice(0, 3).join(',') + more;
}

/** The columns of the network kinds. */
export const networkColumns: Record<string, TableColumn[]> = {
  '/services': [
    NAME,
    textColumn('Type', 'spec.type', 'How the service is exposed.'),
    textColumn(
      'Cluster-IP',
      'spec.clusterIP',
      'Its address in the cluster.',
      '<none>',
    ),
    {
      name: 'External-IP',
      type: 'string',
      description: 'Its addresses outside.',
      cell: externalIp,
    },
    {
      name: 'Port(s)',
      type: 'string',
      description: 'The ports it offers.',
      cell: servicePorts,
    },
    AGE,
    wide({
      name: 'Selector',
      type: 'string',
      description: 'The labels that select its pods.',
      cell: object => labelsText(valueAt(object, 'spec.selector')),
    }),
  ],
  'networking.k8s.io/ingresses': [
    NAME,
    textColumn(
      'Class',
      'spec.ingressClassName',
      'The class that serves it.',
      '<none>',
    ),
    {
      name: 'Hosts',
      type: 'string',
      description: 'The host names it routes.',
      cell: ingress =>
        shortened(
          objectsIn(valueAt(ingress, 'spec.rules')).map(({ host }) =>
            host ? String(host) : '*',
          ),
          '*',
        ),
    },
    {
      name: 'Address',
      type: 'string',
      description: 'Where it is reached.',
      cell: addressesOf,
    },
    {
      name: 'Ports',
      type: 'string',
      description: 'The ports it is reached on.',
      cell: ingress =>
        objectsIn(valueAt(ingress, 'spec.tls')).length > 0 ? '80, 443' : '80',
    },
    AGE,
  ],
  'networking.k8s.io/ingressclasses': [
    NAME,
    textColumn('Controller', 'spec.controller', 'The controller of the class.'),
    {
      name: 'Parameters',
      type: 'string',
      description: 'Where its settings are.',
      cell: object => {
        const parameters = valueAt(object, 'spec.parameters');
        return isJsonObject(parameters)
          ? `${parameters.kind}.${parameters.apiGroup}/${parameters.name}`
          : '<none>';
      },
    },
    AGE,
  ],
  'discovery.k8s.io/endpointslices': [
    NAME,
    textColumn('AddressType', 'addressType', 'The type of the addresses.'),
    {
      name: 'Ports',
      type: 'string',
      description: 'The ports of the endpoints.',
      cell: slice =>
        shortened(
          objectsIn(slice.ports).map(({ port }) => String(port ?? '*')),
          '<unset>',
        ),
    },
    {
      name: 'Endpoints',
      type: 'string',
      description: 'The addresses of the endpoints.',
      cell: slice =>
        shortened(
          objectsIn(slice.endpoints).flatMap(({ addresses }) =>
            Array.isArray(addresses) ? addresses.map(String) : [],
          ),
          '<unset>',
        ),
    },
    AGE,
  ],
};
