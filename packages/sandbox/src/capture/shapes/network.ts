import { fields, list, named, plain, Shape } from '../Shape';
import { conditions, object, reference, selector } from './common';

const ports = list(
  fields(
    plain(
      'name',
      'port',
      'targetPort',
      'nodePort',
      'protocol',
      'appProtocol',
      'endPort',
    ),
  ),
);

const loadBalancer = fields({
  ingress: list(fields({ ...plain('ip', 'ipMode'), hostname: 'name', ports })),
});

const backend = fields({
  service: fields({
    name: 'name',
    port: fields(plain('name', 'number')),
  }),
  resource: reference,
});

const endpoints = list(
  fields({
    addresses: list('plain'),
    conditions: fields(plain('ready', 'serving', 'terminating')),
    hints: fields({ forZones: list(fields(plain('name'))) }),
    zone: 'plain',
    ...named('hostname', 'nodeName'),
    targetRef: reference,
  }),
);

const subsetAddresses = list(
  fields({
    ip: 'plain',
    ...named('hostname', 'nodeName'),
    targetRef: reference,
  }),
);

const peers = list(
  fields({
    ipBlock: fields({ cidr: 'plain', except: list('plain') }),
    namespaceSelector: selector,
    podSelector: selector,
  }),
);

/** How traffic finds its way. */
export const networkShapes: Record<string, Shape> = {
  '/Service': object({
    spec: fields({
      ...plain(
        'allocateLoadBalancerNodePorts',
        'clusterIP',
        'externalTrafficPolicy',
        'healthCheckNodePort',
        'internalTrafficPolicy',
        'ipFamilyPolicy',
        'loadBalancerClass',
        'loadBalancerIP',
        'publishNotReadyAddresses',
        'sessionAffinity',
        'trafficDistribution',
        'type',
      ),
      externalName: 'name',
      clusterIPs: list('plain'),
      externalIPs: list('plain'),
      ipFamilies: list('plain'),
      loadBalancerSourceRanges: list('plain'),
      ports,
      selector: 'labels',
    }),
    status: fields({ loadBalancer, conditions }),
  }),
  '/Endpoints': object({
    subsets: list(
      fields({
        addresses: subsetAddresses,
        notReadyAddresses: subsetAddresses,
        ports,
      }),
    ),
  }),
  'discovery.k8s.io/EndpointSlice': object({
    addressType: 'plain',
    endpoints,
    ports,
  }),
  'networking.k8s.io/Ingress': object({
    spec: fields({
      ingressClassName: 'name',
      defaultBackend: backend,
      tls: list(fields({ hosts: list('name'), secretName: 'name' })),
      rules: list(
        fields({
          host: 'name',
          http: fields({
            paths: list(fields({ ...plain('path', 'pathType'), backend })),
          }),
        }),
      ),
    }),
    status: fields({ loadBalancer }),
  }),
  'networking.k8s.io/IngressClass': object({
    spec: fields({ controller: 'plain', parameters: reference }),
  }),
  'networking.k8s.io/NetworkPolicy': object({
    spec: fields({
      podSelector: selector,
      policyTypes: list('plain'),
      ingress: list(fields({ from: peers, ports })),
      egress: list(fields({ to: peers, ports })),
    }),
  }),
  'approuting.kubernetes.azure.com/NginxIngressController': object({
    spec: fields({
      ...plain('controllerNamePrefix'),
      ingressClassName: 'name',
      scaling: fields(plain('minReplicas', 'maxReplicas', 'threshold')),
    }),
    status: fields({
      ingressClass: 'name',
      conditions,
      ...plain('controllerReplicas', 'controllerReadyReplicas'),
    }),
  }),
  'externaldns.k8s.io/DNSEndpoint': object({
    // The text of TXT records may be a secret.
    spec: fields({
      endpoints: list(
        fields({ ...plain('recordTTL', 'recordType'), dnsName: 'name' }),
      ),
    }),
    status: fields(plain('observedGeneration')),
  }),
};
