import {
  ACCEPTED,
  ALB,
  condition,
  gateway,
  gatewayCheckout,
  httpRoute,
  onAzure,
  RESOLVED,
} from './gatewayManifests';
import { HOST, Manifest, service } from './manifests';
import { RuleFixture } from './RuleFixture';

const API_GROUP = 'gateway.networking.k8s.io';

const ROUTE = { kind: 'HTTPRoute', name: 'checkout' };

function toService(name: string, more: object = {}): object {
  return { rules: [{ backendRefs: [{ name, port: 80, ...more }] }] };
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

/** Routes that hang at a Gateway, and where they lead. */
export const gatewayRouteFixtures: readonly RuleFixture[] = [
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
