import {
  condition,
  GatewayChanges,
  gatewayObjects,
  httpRoute,
} from '../../testing/gateway';
import { exposuresAmong, metadata } from '../../testing/shop';

const AGC = {
  name: 'azure-alb-external',
  controller: 'alb.networking.azure.io/alb-controller',
};

const PROGRAMMED = [
  condition('Accepted', 'True'),
  condition('Programmed', 'True'),
];

const HTTPS = {
  protocol: 'HTTPS',
  port: 443,
  tls: { certificateRefs: [{ name: 'checkout-tls' }] },
};

const gone = (name: string, more: object = {}) => ({
  rules: [{ backendRefs: [{ name, port: 80, ...more }] }],
});

describe('a fault of the Gateway API', () => {
  it.each<{
    name: string;
    changes: GatewayChanges;
    at: string;
    verdict?: string;
    rule: string;
    /** What else is found there, where it matters. */
    others?: string[];
    clause: string;
    remedy: string;
  }>([
    {
      name: 'a parent that does not exist',
      changes: { instead: { Gateway: [] } },
      at: 'listener',
      rule: 'IN50',
      clause: 'the Gateway shop/public does not exist',
      remedy: 'Name a Gateway that exists, or have public made in shop.',
    },
    {
      name: 'a class that does not exist',
      changes: { gateway: { gatewayClassName: 'istio' } },
      at: 'listener',
      rule: 'IN23',
      clause: 'the Gateway public names the class istio, which does not exist',
      remedy:
        'Set spec.gatewayClassName to a class of the cluster: approuting-istio.',
    },
    {
      name: 'a class that its controller refuses',
      changes: {
        gatewayClass: {
          conditions: [condition('Accepted', 'False', 'UnsupportedVersion')],
        },
      },
      at: 'listener',
      rule: 'IN23',
      clause:
        'the controller does not accept the class approuting-istio of the Gateway public',
      remedy: 'Read what the controller says of the class.',
    },
    {
      name: 'a Gateway that is not programmed',
      changes: {
        gatewayStatus: {
          conditions: [
            condition('Accepted', 'True'),
            condition('Programmed', 'False', 'Invalid'),
          ],
        },
      },
      at: 'listener',
      rule: 'IN23',
      clause: 'the Gateway public is not programmed (Invalid)',
      remedy: 'Read what the controller says of the Gateway, and its events.',
    },
    {
      name: 'a Gateway that no controller takes',
      changes: {
        gatewayStatus: {
          conditions: [
            condition('Accepted', 'Unknown', 'Pending'),
            condition('Programmed', 'Unknown', 'Pending'),
          ],
        },
      },
      at: 'listener',
      rule: 'IN23',
      clause: 'no controller accepts the Gateway public yet',
      remedy: 'Read what the controller says of the Gateway, and its events.',
    },
    {
      name: 'a new Gateway that no controller has taken yet',
      changes: {
        gatewayMetadata: { creationTimestamp: '2026-11-22T11:58:00Z' },
        gatewayStatus: {
          conditions: [
            condition('Accepted', 'Unknown', 'Pending'),
            condition('Programmed', 'Unknown', 'Pending'),
          ],
        },
      },
      at: 'listener',
      verdict: 'warning',
      rule: 'IN23',
      clause: 'no controller accepts the Gateway public yet',
      remedy: 'Read what the controller says of the Gateway, and its events.',
    },
    {
      name: 'a Gateway without address',
      changes: {
        gatewayStatus: { addresses: [], conditions: PROGRAMMED },
      },
      at: 'address',
      rule: 'IN57',
      clause: 'the Gateway public has no address',
      remedy: 'Read what the controller says of the Gateway, and its events.',
    },
    {
      name: 'an ALB controller that cannot sign in',
      changes: {
        gatewayClass: AGC,
        gatewayStatus: {
          addresses: [],
          conditions: [
            condition('Accepted', 'True'),
            condition('Programmed', 'False', 'AddressNotAssigned', {
              message:
                'failed to get token from credential chain: AADSTS70021: No matching federated identity record found',
            }),
          ],
        },
      },
      at: 'address',
      rule: 'IN32',
      clause:
        'the ALB controller cannot sign in to Azure, so the Gateway public gets no address',
      remedy: 'Create the federated credential',
    },
    {
      name: 'a certificate that is missing',
      changes: {
        listener: HTTPS,
        listenerConditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'InvalidCertificateRef'),
          condition('Programmed', 'False', 'Invalid'),
        ],
      },
      at: 'listener',
      rule: 'IN24',
      clause:
        'the listener http of the Gateway shop/public has no usable certificate',
      remedy: 'Create the Secret shop/checkout-tls, or name one that exists.',
    },
    {
      name: 'a certificate for want of which the Gateway is not set up',
      changes: {
        listener: HTTPS,
        listenerConditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'InvalidCertificateRef'),
          condition('Programmed', 'False', 'Invalid'),
        ],
        gatewayStatus: {
          addresses: [{ type: 'IPAddress', value: '20.61.7.10' }],
          conditions: [
            condition('Accepted', 'True'),
            condition('Programmed', 'False', 'Invalid'),
          ],
        },
      },
      at: 'listener',
      rule: 'IN24',
      others: ['IN23'],
      clause:
        'the listener http of the Gateway shop/public has no usable certificate',
      remedy: 'Create the Secret shop/checkout-tls, or name one that exists.',
    },
    {
      name: 'a certificate that is missing while others are served',
      changes: {
        listener: HTTPS,
        listenerConditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'InvalidCertificateRef'),
          condition('Programmed', 'True'),
        ],
      },
      at: 'listener',
      verdict: 'warning',
      rule: 'IN24',
      clause:
        'the listener http of the Gateway shop/public has no usable certificate',
      remedy: 'Create the Secret shop/checkout-tls, or name one that exists.',
    },
    {
      name: 'a certificate of a namespace that does not grant it',
      changes: {
        listener: {
          ...HTTPS,
          tls: { certificateRefs: [{ name: 'wild', namespace: 'certs' }] },
        },
        listenerConditions: [
          condition('ResolvedRefs', 'False', 'RefNotPermitted'),
          condition('Programmed', 'False', 'Invalid'),
        ],
      },
      at: 'listener',
      rule: 'IN24',
      clause:
        'the listener http of the Gateway shop/public may not use a certificate of another namespace',
      remedy:
        'Create a ReferenceGrant in the namespace of the Secret, from the kind Gateway in shop to the kind Secret.',
    },
    {
      name: 'two listeners that want one port',
      changes: {
        listenerConditions: [
          condition('Accepted', 'False', 'PortUnavailable'),
          condition('Conflicted', 'True', 'ProtocolConflict'),
        ],
      },
      at: 'listener',
      rule: 'IN52',
      clause:
        'the listener http of the Gateway shop/public conflicts with another listener (ProtocolConflict)',
      remedy: 'Change its port, protocol or host name',
    },
    {
      name: 'a host that no listener serves',
      changes: {
        listener: { hostname: '*.fabrikam.example' },
        conditions: [
          condition('Accepted', 'False', 'NoMatchingListenerHostname'),
        ],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway shop/public does not take the HTTPRoute checkout: none of its listeners (http: *.fabrikam.example) serves the host checkout.contoso.example',
      remedy: 'Use a host name that a listener serves',
    },
    {
      name: 'a listener that does not exist, before a controller says so',
      changes: {
        route: { parentRefs: [{ name: 'public', sectionName: 'https' }] },
        parents: [],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway shop/public does not take the HTTPRoute checkout: it has no listener https',
      remedy: 'Set sectionName to one of its listeners: http.',
    },
    {
      name: 'a kind that the listeners do not take',
      changes: {
        listener: { allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] } },
        parents: [],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway shop/public does not take the HTTPRoute checkout: none of its listeners (http) takes a HTTPRoute',
      remedy: 'Let a listener take it',
    },
    {
      name: 'a port that no listener has',
      changes: {
        route: { parentRefs: [{ name: 'public', port: 8080 }] },
        parents: [],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway shop/public does not take the HTTPRoute checkout: none of its listeners (http) has the port 8080',
      remedy: 'Correct the port in parentRefs, or leave it out.',
    },
    {
      name: 'a namespace that the listeners do not take',
      changes: {
        gatewayMetadata: { namespace: 'platform' },
        route: { parentRefs: [{ name: 'public', namespace: 'platform' }] },
        parents: [],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway platform/public does not take the HTTPRoute checkout: its listeners (http) take no routes of the namespace shop',
      remedy: 'Let allowedRoutes.namespaces of a listener take the namespace',
    },
    {
      name: 'a route that the controller refuses for a reason of its own',
      changes: {
        conditions: [condition('Accepted', 'False', 'UnsupportedValue')],
      },
      at: 'route',
      rule: 'IN25',
      clause:
        'the Gateway shop/public does not take the HTTPRoute checkout: the route sets something that the controller does not know (UnsupportedValue)',
      remedy: 'Bring the route and the listeners of its parent together',
    },
    {
      name: 'a route of which no controller says anything',
      changes: { parents: [] },
      at: 'route',
      rule: 'IN53',
      clause:
        'no controller has taken the HTTPRoute checkout for the Gateway shop/public',
      remedy: 'See whether the parent exists',
    },
    {
      name: 'a new route of which no controller says anything yet',
      changes: {
        routeMetadata: { creationTimestamp: '2026-11-22T11:58:00Z' },
        parents: [],
      },
      at: 'route',
      verdict: 'warning',
      rule: 'IN53',
      clause:
        'no controller has taken the HTTPRoute checkout for the Gateway shop/public',
      remedy: 'See whether the parent exists',
    },
    {
      name: 'a Service that does not exist',
      changes: {
        conditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'BackendNotFound'),
        ],
        instead: { Service: [], EndpointSlice: [] },
      },
      at: 'route',
      rule: 'IN36',
      clause: 'the Service checkout does not exist',
      remedy: 'Create the Service checkout',
    },
    {
      name: 'a port that the Service does not have',
      changes: {
        route: {
          rules: [{ backendRefs: [{ name: 'checkout', port: 8080 }] }],
        },
      },
      at: 'route',
      rule: 'IN37',
      clause: 'the Service checkout has no port 8080',
      remedy: 'Name a port that the Service has: http (80).',
    },
    {
      name: 'another backend that does not exist',
      changes: {
        route: {
          rules: [
            {
              backendRefs: [
                { name: 'checkout', port: 80 },
                { name: 'gone', port: 80 },
              ],
            },
          ],
        },
        conditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'BackendNotFound'),
        ],
      },
      at: 'route',
      verdict: 'warning',
      rule: 'IN54',
      clause:
        'the HTTPRoute checkout names a Service that does not exist (BackendNotFound), though checkout:80 is there: part of its traffic may fail',
      remedy: 'Correct spec.rules[].backendRefs of the route',
    },
    {
      name: 'a backend in a namespace that does not grant it',
      changes: {
        gatewayMetadata: { namespace: 'edge' },
        routeMetadata: { namespace: 'edge' },
        route: gone('checkout', { namespace: 'shop' }),
        conditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'RefNotPermitted'),
        ],
      },
      at: 'route',
      rule: 'IN54',
      clause:
        'the HTTPRoute checkout names a backend in another namespace, which has no ReferenceGrant for it (RefNotPermitted)',
      remedy:
        'Create a ReferenceGrant in the namespace shop that lets a HTTPRoute of edge refer to the Service checkout.',
    },
    {
      name: 'a backend that Application Gateway for Containers does not know',
      changes: {
        gatewayClass: AGC,
        conditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'False', 'InvalidKind'),
        ],
      },
      at: 'route',
      verdict: 'warning',
      rule: 'IN31',
      clause:
        'the HTTPRoute checkout names a backend of a kind that the controller does not know (InvalidKind), though checkout:80 is there: part of its traffic may fail',
      remedy: 'Correct spec.rules[].backendRefs of the route',
    },
    {
      name: 'a route of which rules were dropped',
      changes: {
        conditions: [
          condition('Accepted', 'True'),
          condition('ResolvedRefs', 'True'),
          condition('PartiallyInvalid', 'True', 'UnsupportedValue'),
        ],
      },
      at: 'route',
      verdict: 'warning',
      rule: 'IN56',
      clause: 'the controller has left out rules of the HTTPRoute checkout',
      remedy: 'Read which rules it means, and correct them.',
    },
  ])('$name', ({ changes, at, rule, others, clause, remedy, ...given }) => {
    const { verdict = 'broken' } = given;
    const { exposures } = exposuresAmong(gatewayObjects(changes));
    expect(exposures).toHaveLength(1);
    const [exposure] = exposures;
    expect(exposure).toMatchObject({ verdict, brokenAt: at });
    expect(exposure.sentence).toContain(clause);
    const hop = exposure.hops.find(({ kind }) => kind === at);
    expect(hop).toMatchObject({
      finding: { rule },
      ...(others && { otherFindings: others.map(other => ({ rule: other })) }),
    });
    expect(hop?.finding?.remedy.text).toContain(remedy);
  });

  it('is to be mended at the source that keeps the object', () => {
    const { exposures } = exposuresAmong(
      gatewayObjects({
        gateway: { gatewayClassName: 'istio' },
        gatewayMetadata: {
          labels: { 'argocd.argoproj.io/instance': 'edge' },
        },
      }),
    );
    expect(exposures[0].hops[1].finding?.remedy.text).toContain(
      'Argo CD (edge) keeps the Gateway public',
    );
  });

  it('offers a patch that names the port of the only one there is', () => {
    const { exposures } = exposuresAmong(
      gatewayObjects({
        route: { rules: [{ backendRefs: [{ name: 'checkout', port: 8080 }] }] },
      }),
    );
    expect(exposures[0].hops[2].finding?.remedy.command).toBe(
      `kubectl --namespace=shop patch httproute/checkout --type=json '--patch=[{"op":"add","path":"/spec/rules/0/backendRefs/0/port","value":80}]'`,
    );
  });
});

describe('no fault of the Gateway API', () => {
  const other = httpRoute({
    routeMetadata: metadata('other'),
    route: gone('catalog'),
  });

  it.each<[string, GatewayChanges]>([
    ['a listener with a certificate', { listener: HTTPS }],
    [
      'one of two listeners that fits',
      {
        listeners: [
          { name: 'http', port: 80, protocol: 'HTTP' },
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            hostname: 'a.fabrikam.example',
          },
        ],
      },
    ],
    [
      'a redirect beside it',
      {
        route: {
          rules: [
            {
              matches: [{ path: { type: 'Exact', value: '/old' } }],
              filters: [{ type: 'RequestRedirect', requestRedirect: {} }],
            },
            { backendRefs: [{ name: 'checkout', port: 80 }] },
          ],
        },
      },
    ],
    [
      'the broken route of another service',
      { instead: { HTTPRoute: [httpRoute(), other] } },
    ],
    [
      'a controller from before the condition Programmed',
      {
        gatewayStatus: {
          conditions: [
            condition('Scheduled', 'True'),
            condition('Ready', 'True'),
          ],
        },
      },
    ],
    [
      'an address that is a name',
      {
        gatewayClass: AGC,
        gatewayStatus: {
          addresses: [{ type: 'Hostname', value: 'abc123.fz00.alb.azure.com' }],
        },
      },
    ],
  ])('%s', (_, changes) => {
    const { exposures } = exposuresAmong(gatewayObjects(changes));
    expect(exposures.map(({ verdict }) => verdict)).toEqual(['ok']);
    expect(exposures[0].hops.flatMap(({ finding }) => finding ?? [])).toEqual(
      [],
    );
  });
});
