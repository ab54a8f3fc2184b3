import {
  ALB,
  condition,
  gateway,
  gatewayCheckout,
  gatewayClass,
  GatewayParts,
  httpRoute,
  LISTENER_READY,
  listenerSet,
} from './gatewayManifests';
import { HOST, Manifest, service } from './manifests';
import { RuleFixture } from './RuleFixture';

const API_GROUP = 'gateway.networking.k8s.io';

const ROUTE = { kind: 'HTTPRoute', name: 'checkout' };

const ACCEPTED = condition('Accepted', 'True');
const PROGRAMMED = condition('Programmed', 'True');
const RESOLVED = condition('ResolvedRefs', 'True');

/** Behind Application Gateway for Containers, but for the parts. */
function onAzure(namespace: string, parts: GatewayParts = {}): Manifest[] {
  return gatewayCheckout(namespace, {
    class: [gatewayClass(namespace, ALB)],
    gateway: [
      gateway(namespace, {
        addresses: [{ type: 'Hostname', value: 'a1.fz01.alb.azure.example' }],
      }),
    ],
    route: [httpRoute(namespace, { controller: ALB })],
    ...parts,
  });
}

function onAzurePort(namespace: string, port: number): Manifest[] {
  return onAzure(namespace, {
    gateway: [
      gateway(namespace, {
        listeners: [{ name: 'http', port, protocol: 'HTTP' }],
      }),
    ],
  });
}

function toService(name: string, more: object = {}): object {
  return { rules: [{ backendRefs: [{ name, port: 80, ...more }] }] };
}

function withCertificate(
  namespace: string,
  listenerConditions: object[],
): Manifest[] {
  return gatewayCheckout(namespace, {
    gateway: [
      gateway(namespace, {
        listenerConditions,
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            tls: { certificateRefs: [{ name: 'checkout-tls' }] },
          },
        ],
      }),
    ],
  });
}

const SET = { group: API_GROUP, kind: 'ListenerSet', name: 'more' };

function throughSet(namespace: string, taken: boolean): Manifest[] {
  return gatewayCheckout(namespace, {
    gateway: [
      gateway(namespace, {
        ...(taken && {
          spec: { allowedListeners: { namespaces: { from: 'Same' } } },
        }),
      }),
    ],
    route: [httpRoute(namespace, { parent: SET })],
    more: [
      listenerSet(namespace, {
        listeners: [{ name: 'more', port: 8080, protocol: 'HTTP' }],
        ...(!taken && {
          conditions: [condition('Accepted', 'False', 'NotAllowed')],
        }),
      }),
    ],
  });
}

/** A route to the Service of another namespace, which has a namesake here. */
function across(
  { namespace, other }: { namespace: string; other: string },
  granted: boolean,
): Manifest[] {
  return gatewayCheckout(namespace, {
    route: [
      httpRoute(namespace, {
        conditions: [
          ACCEPTED,
          granted
            ? RESOLVED
            : condition('ResolvedRefs', 'False', 'RefNotPermitted'),
        ],
        spec: {
          rules: [
            {
              backendRefs: [
                { name: 'checkout', port: 80 },
                { name: 'stock', namespace: other, port: 80 },
              ],
            },
          ],
        },
      }),
    ],
    more: granted
      ? [
          {
            apiVersion: `${API_GROUP}/v1`,
            kind: 'ReferenceGrant',
            metadata: { name: 'shops', namespace: other },
            spec: {
              from: [{ group: API_GROUP, kind: 'HTTPRoute', namespace }],
              to: [{ group: '', kind: 'Service' }],
            },
          },
        ]
      : [],
  });
}

/** From the Gateway's address to the route. */
export const gatewayFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN23',
    name: 'a Gateway that its controller has not programmed',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            conditions: [ACCEPTED, condition('Programmed', 'False', 'Invalid')],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN23',
    name: 'a class that its controller refuses',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        class: [
          gatewayClass(namespace, undefined, {
            conditions: [condition('Accepted', 'False', 'InvalidParameters')],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN23',
    name: 'a class that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => gatewayCheckout(namespace, { class: [] }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN24',
    name: 'a certificate that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      withCertificate(namespace, [
        ACCEPTED,
        condition('ResolvedRefs', 'False', 'InvalidCertificateRef'),
        condition('Programmed', 'False', 'Invalid'),
      ]),
    healthy: ({ namespace }) => withCertificate(namespace, LISTENER_READY),
  },
  {
    rule: 'IN25',
    name: 'a host that no listener serves',
    hop: 'route',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            listeners: [
              {
                name: 'http',
                port: 80,
                protocol: 'HTTP',
                hostname: '*.fabrikam.example',
              },
            ],
          }),
        ],
        route: [
          httpRoute(namespace, {
            conditions: [
              condition('Accepted', 'False', 'NoMatchingListenerHostname'),
              RESOLVED,
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            listeners: [
              {
                name: 'http',
                port: 80,
                protocol: 'HTTP',
                hostname: '*.contoso.example',
              },
            ],
          }),
        ],
      }),
  },
  {
    rule: 'IN31',
    name: 'a backend that does not exist',
    hop: 'route',
    severity: 'error',
    root: ROUTE,
    broken: ({ namespace }) =>
      onAzure(namespace, {
        route: [
          httpRoute(namespace, {
            controller: ALB,
            conditions: [
              ACCEPTED,
              condition('ResolvedRefs', 'False', 'BackendNotFound'),
            ],
            spec: toService('gone'),
          }),
        ],
      }),
    healthy: ({ namespace }) => onAzure(namespace),
  },
  {
    rule: 'IN32',
    name: 'an ALB controller without federated credential',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      onAzure(namespace, {
        gateway: [
          gateway(namespace, {
            addresses: [],
            conditions: [
              ACCEPTED,
              condition(
                'Programmed',
                'False',
                'AddressNotAssigned',
                'failed to get token from credential chain: AADSTS70021: No matching federated identity record found for presented assertion subject',
              ),
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) => onAzure(namespace),
  },
  {
    rule: 'IN50',
    name: 'a Gateway that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => gatewayCheckout(namespace, { gateway: [] }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN51',
    name: 'a ListenerSet that the Gateway does not take',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => throughSet(namespace, false),
    healthy: ({ namespace }) => throughSet(namespace, true),
  },
  {
    rule: 'IN52',
    name: 'two listeners for one host and port',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            listenerConditions: [
              ACCEPTED,
              RESOLVED,
              condition('Conflicted', 'True', 'HostnameConflict'),
              condition('Programmed', 'False', 'Invalid'),
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN53',
    name: 'a route that no controller has looked at',
    hop: 'route',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        route: [httpRoute(namespace, { parents: [] })],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN54',
    name: 'a backend that does not exist',
    hop: 'route',
    severity: 'error',
    root: ROUTE,
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        route: [
          httpRoute(namespace, {
            conditions: [
              ACCEPTED,
              condition('ResolvedRefs', 'False', 'BackendNotFound'),
            ],
            spec: toService('gone'),
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN54',
    name: 'a backend of another namespace without a ReferenceGrant',
    hop: 'route',
    severity: 'warning',
    broken: place => across(place, false),
    healthy: place => across(place, true),
  },
  {
    rule: 'IN55',
    name: 'a weight of 0',
    hop: 'route',
    severity: 'info',
    broken: ({ namespace }) => weighted(namespace, 0),
    healthy: ({ namespace }) => weighted(namespace, 9),
  },
  {
    rule: 'IN56',
    name: 'a route that is served in part',
    hop: 'route',
    severity: 'warning',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        route: [
          httpRoute(namespace, {
            conditions: [
              ACCEPTED,
              RESOLVED,
              condition('PartiallyInvalid', 'True', 'UnsupportedValue'),
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN64',
    name: 'a port that Application Gateway for Containers does not serve',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => onAzurePort(namespace, 8080),
    healthy: ({ namespace }) => onAzurePort(namespace, 80),
  },
  {
    rule: 'IN57',
    name: 'no address for long',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            addresses: [],
            conditions: [ACCEPTED, PROGRAMMED],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
];

/** Two Services behind one route; the checkout takes a share of ten. */
function weighted(namespace: string, weight: number): Manifest[] {
  // Another's pods are behind it.
  const canary = service(namespace, { selector: { app: 'canary' } });
  return gatewayCheckout(namespace, {
    route: [
      httpRoute(namespace, {
        spec: {
          hostnames: [HOST],
          rules: [
            {
              backendRefs: [
                { name: 'checkout', port: 80, weight },
                { name: 'canary', port: 80, weight: 10 - weight },
              ],
            },
          ],
        },
      }),
    ],
    more: [{ ...canary, metadata: { ...canary.metadata, name: 'canary' } }],
  });
}
