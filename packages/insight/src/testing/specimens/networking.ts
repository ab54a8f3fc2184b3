import { conditions, metadata, SECRET, selector } from './common';

const backend = { service: { name: 'shop', port: { number: 80 } } };

const listeners = [
  {
    name: 'https',
    hostname: '*.contoso.example',
    port: 443,
    protocol: 'HTTPS',
    tls: {
      mode: 'Terminate',
      certificateRefs: [{ name: 'shop-tls', namespace: 'certs' }],
      options: {
        'kubernetes.azure.com/tls-cert-service-account': 'shop',
        note: SECRET,
      },
    },
    allowedRoutes: {
      namespaces: { from: 'Selector', selector },
      kinds: [{ kind: 'HTTPRoute' }],
    },
  },
];

const listenerStatus = [
  { name: 'https', attachedRoutes: 2, conditions, message: SECRET },
];

const route = {
  metadata,
  spec: {
    hostnames: ['shop.contoso.example'],
    parentRefs: [
      { name: 'public', namespace: 'infra', sectionName: 'https', port: 443 },
    ],
    rules: [
      {
        matches: [
          {
            path: { type: 'PathPrefix', value: '/cart' },
            headers: [{ name: 'authorization', value: SECRET }],
          },
        ],
        filters: [
          {
            type: 'RequestHeaderModifier',
            requestHeaderModifier: { set: [{ name: 'x', value: SECRET }] },
          },
        ],
        backendRefs: [{ name: 'shop', port: 80, weight: 9 }],
      },
    ],
  },
  status: {
    parents: [
      {
        parentRef: {
          name: 'public',
          namespace: 'infra',
          sectionName: 'https',
          port: 443,
        },
        controllerName: 'contoso.example/controller',
        conditions,
      },
    ],
  },
};

export const networking = {
  Service: {
    metadata,
    spec: {
      type: 'LoadBalancer',
      selector: { app: 'shop' },
      ports: [
        {
          name: 'web',
          port: 80,
          targetPort: 'web',
          nodePort: 30080,
          appProtocol: 'http',
        },
        { port: 81 },
      ],
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30081,
      loadBalancerClass: 'contoso.example/lb',
      loadBalancerSourceRanges: ['10.0.0.0/8', SECRET],
      externalIPs: ['1.2.3.4'],
    },
    status: {
      loadBalancer: { ingress: [{ ip: '1.2.3.4', hostname: 'lb.example' }] },
      conditions,
    },
  },
  EndpointSlice: {
    metadata: { ...metadata, labels: { 'kubernetes.io/service-name': 'shop' } },
    addressType: 'IPv4',
    ports: [{ name: 'web', port: 8080 }],
    endpoints: [
      {
        targetRef: { kind: 'Pod', name: 'shop-1' },
        nodeName: 'node-1',
        zone: 'westeurope-1',
        hints: SECRET,
        deprecatedTopology: { SECRET },
      },
    ],
  },
  Ingress: {
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'kubernetes.io/ingress.class': 'old',
      },
    },
    spec: {
      ingressClassName: 'nginx',
      defaultBackend: backend,
      rules: [
        {
          host: 'shop.contoso.example',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend },
              {
                path: '/a',
                backend: { service: { name: 'shop', port: { name: 'web' } } },
              },
              {
                path: '/b',
                backend: { resource: { kind: 'Bucket', name: 'assets' } },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: ['shop.contoso.example'], secretName: 'shop-tls' }],
    },
    status: { loadBalancer: { ingress: [{ ip: '1.2.3.4' }] }, conditions },
  },
  IngressClass: {
    metadata,
    spec: { controller: 'k8s.io/ingress-nginx', parameters: { name: SECRET } },
  },
  NetworkPolicy: {
    metadata,
    spec: {
      podSelector: selector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { podSelector: selector, namespaceSelector: {} },
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
          ],
          ports: [{ port: 80, endPort: 90, protocol: 'TCP' }, { port: 'web' }],
        },
      ],
      egress: [
        { to: [{ namespaceSelector: selector }], ports: [{ port: 53 }] },
      ],
    },
  },
  NginxIngressController: {
    metadata,
    spec: {
      ingressClassName: 'internal',
      controllerNamePrefix: 'nginx',
      scaling: { minReplicas: 2, maxReplicas: 10, threshold: 'rapid' },
      httpDisabled: true,
      loadBalancerAnnotations: {
        'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        note: SECRET,
      },
      defaultSSLCertificate: { secret: { name: 'shop-tls' } },
    },
    status: { conditions, controllerReadyReplicas: 2 },
  },
  GatewayClass: {
    metadata,
    spec: { controllerName: 'contoso.example/controller', description: SECRET },
    status: { conditions },
  },
  Gateway: {
    metadata,
    spec: {
      gatewayClassName: 'approuting-istio',
      listeners,
      infrastructure: {
        annotations: {
          'service.beta.kubernetes.io/port_80_health-probe_port': '15021',
          note: SECRET,
        },
      },
      allowedListeners: { namespaces: { from: 'Same' } },
    },
    status: {
      conditions,
      addresses: [
        { type: 'IPAddress', value: '1.2.3.4' },
        { type: 'Hostname', value: 'a.example' },
      ],
      listeners: listenerStatus,
    },
  },
  ListenerSet: {
    metadata,
    spec: { parentRef: { name: 'public', namespace: 'infra' }, listeners },
    status: { conditions, listeners: listenerStatus },
  },
  HTTPRoute: route,
  GRPCRoute: {
    ...route,
    spec: {
      ...route.spec,
      rules: [
        {
          matches: [{ method: { service: 'shop.Cart', method: 'Add' } }],
          backendRefs: [{ name: 'shop', port: 80 }],
        },
      ],
    },
  },
  TLSRoute: {
    ...route,
    spec: {
      ...route.spec,
      rules: [{ backendRefs: [{ name: 'shop', port: 443 }] }],
    },
  },
  ReferenceGrant: {
    metadata,
    spec: {
      from: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          namespace: 'infra',
        },
      ],
      to: [{ group: '', kind: 'Secret', name: 'shop-tls' }],
    },
  },
};
