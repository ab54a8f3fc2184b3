import { project } from '../project/project';
import {
  Changes,
  checkoutExposure,
  checkoutObjects,
  exposuresAmong,
  ingressClass,
  metadata,
} from '../testing/shop';

const NGINX = 'nginx.ingress.kubernetes.io';
const HOST = 'checkout.contoso.example';

/** What a rule finds on the route hop of an Ingress of ingress-nginx. */
function found(rule: string, changes: Changes) {
  const { hops } = checkoutExposure({
    ...changes,
    instead: {
      IngressClass: [ingressClass('traefik', 'k8s.io/ingress-nginx')],
      ...changes.instead,
    },
  });
  return hops
    .flatMap(({ finding, otherFindings = [] }) => [
      ...(finding ? [finding] : []),
      ...otherFindings,
    ])
    .find(finding => finding.rule === rule);
}

function annotated(annotations: Record<string, string>): Changes {
  return {
    ingressMetadata: {
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `${NGINX}/${name}`,
          value,
        ]),
      ),
    },
  };
}

function route(path: string, pathType: string, host = HOST) {
  return {
    rules: [
      {
        host,
        http: {
          paths: [
            {
              path,
              pathType,
              backend: {
                service: { name: 'checkout', port: { name: 'http' } },
              },
            },
          ],
        },
      },
    ],
  };
}

describe('plain HTTP to a port for HTTPS', () => {
  const port = (more: object): Changes => ({
    service: {
      ports: [{ name: 'http', port: 80, targetPort: 'web', ...more }],
    },
  });

  it.each<[string, Changes, string | undefined]>([
    ['appProtocol https', port({ appProtocol: 'https' }), 'warning'],
    ['appProtocol HTTPS', port({ appProtocol: 'HTTPS' }), 'warning'],
    [
      'appProtocol http on 443',
      port({ port: 443, appProtocol: 'http' }),
      undefined,
    ],
    ['a port for HTTP', {}, undefined],
    [
      'a declared protocol',
      {
        ...port({ appProtocol: 'https' }),
        ...annotated({ 'backend-protocol': 'GRPCS' }),
      },
      undefined,
    ],
    [
      'TLS passed through',
      {
        ...port({ appProtocol: 'https' }),
        ...annotated({ 'ssl-passthrough': 'true' }),
      },
      undefined,
    ],
  ])('%s', (_, changes, severity) => {
    expect(found('IN17', changes)?.severity).toBe(severity);
  });

  it('names the annotation', () => {
    expect(found('IN17', port({ appProtocol: 'https' }))?.remedy.command).toBe(
      'kubectl --namespace=shop annotate ingress/checkout nginx.ingress.kubernetes.io/backend-protocol=HTTPS',
    );
  });
});

describe('words that application routing blocks', () => {
  it('are kept without the text in which they stand', () => {
    const projection = project('Ingress', {
      metadata: metadata('checkout', {
        annotations: {
          [`${NGINX}/server-snippet`]: 'location /hidden { return 403; }',
          [`${NGINX}/rewrite-target`]: '/start',
          'example.com/location': 'root',
        },
      }),
      spec: {},
    });
    expect(projection?.record).toMatchObject({
      blockedWords: [
        { annotation: `${NGINX}/server-snippet`, word: 'location' },
      ],
    });
    expect(JSON.stringify(projection)).not.toContain('hidden');
  });

  it('are none of the concern of another NGINX', () => {
    expect(found('IN20', annotated({ 'server-snippet': '{' }))).toBeUndefined();
  });
});

describe('a path that looks like a regular expression', () => {
  it.each([
    ['/api/.*', 'Prefix', 'warning'],
    ['/api(/|$)(.*)', 'ImplementationSpecific', 'warning'],
    ['/files/[0-9]', 'Exact', 'warning'],
    ['/v1.0/a+b', 'Prefix', undefined],
    ['/shop/(old)', 'Prefix', undefined],
    ['/~mona/index.html', 'Exact', undefined],
    ['/%E2%82%AC', 'Prefix', undefined],
  ])('%s, %s: %s', (path, pathType, severity) => {
    expect(found('IN45', { ingress: route(path, pathType) })?.severity).toBe(
      severity,
    );
  });

  it('is one where the annotation says so', () => {
    expect(
      found('IN45', {
        ...annotated({ 'use-regex': 'true' }),
        ingress: route('/api/.*', 'ImplementationSpecific'),
      }),
    ).toBeUndefined();
  });

  it.each([
    ['azure/application-gateway', '/api/*', 'Prefix'],
    ['haproxy.org/ingress-controller', '/api/.*', 'ImplementationSpecific'],
  ])('is left to %s', (controller, path, pathType) => {
    expect(
      found('IN45', {
        ingress: route(path, pathType),
        instead: { IngressClass: [ingressClass('traefik', controller)] },
      }),
    ).toBeUndefined();
  });
});

describe('a path of a host that is claimed twice', () => {
  function rival(more: {
    host?: string;
    path?: string;
    className?: string;
    created?: string;
    annotations?: object;
  }) {
    return {
      metadata: metadata('catalog', {
        namespace: 'other',
        creationTimestamp: more.created ?? '2026-10-01T08:00:00Z',
        annotations: more.annotations,
      }),
      spec: {
        ingressClassName: more.className ?? 'traefik',
        ...route(more.path ?? '/', 'Prefix', more.host ?? HOST),
      },
    };
  }

  function judged(against: object, controller = 'k8s.io/ingress-nginx') {
    const { Ingress = [], ...objects } = checkoutObjects({
      instead: { IngressClass: [ingressClass('traefik', controller)] },
    });
    const { exposures } = exposuresAmong({
      ...objects,
      Ingress: [...Ingress, against],
    });
    return exposures[0].hops
      .flatMap(({ finding, otherFindings = [] }) => [
        ...(finding ? [finding] : []),
        ...otherFindings,
      ])
      .find(({ rule }) => rule === 'IN41');
  }

  it.each([
    ['an older one', {}, 'error'],
    ['a younger one', { created: '2026-11-20T08:00:00Z' }, 'info'],
    ['the host in capitals', { host: HOST.toUpperCase() }, 'error'],
    ['another path', { path: '/catalog' }, undefined],
    ['another host', { host: 'catalog.contoso.example' }, undefined],
    ['another class', { className: 'internal' }, undefined],
    ['a canary', { annotations: { [`${NGINX}/canary`]: 'true' } }, undefined],
  ])('on NGINX, by %s', (_, more, severity) => {
    expect(judged(rival(more))?.severity).toBe(severity);
  });

  it('is in doubt with other controllers', () => {
    expect(judged(rival({}), 'traefik.io/ingress-controller')).toMatchObject({
      severity: 'warning',
      cause:
        'Ingress shop/checkout and Ingress other/catalog both claim checkout.contoso.example/. Which of them answers is up to the controller.',
      remedy: { command: 'kubectl --namespace=other get ingress/catalog' },
    });
  });
});

describe('a canary', () => {
  it('is explained beside its main Ingress', () => {
    const canary = {
      metadata: metadata('checkout-canary', {
        annotations: {
          [`${NGINX}/canary`]: 'true',
          [`${NGINX}/canary-weight`]: '10',
        },
      }),
      spec: { ingressClassName: 'traefik', ...route('/', 'Prefix') },
      status: { loadBalancer: { ingress: [{ ip: '20.61.7.10' }] } },
    };
    const { Ingress = [], ...objects } = checkoutObjects({
      instead: {
        IngressClass: [ingressClass('traefik', 'k8s.io/ingress-nginx')],
      },
    });
    const { exposures } = exposuresAmong({
      ...objects,
      Ingress: [...Ingress, canary],
    });
    const findings = exposures.map(({ hops }) => hops[2].finding);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'IN42',
        severity: 'info',
        cause:
          'Ingress shop/checkout-canary is a canary: NGINX gives it a share of 10 in 100 requests, and Ingress shop/checkout the others.',
      }),
      undefined,
    ]);
  });
});

describe('an ExternalName', () => {
  const roots = [{ kind: 'Service', namespace: 'shop', name: 'checkout' }];

  function through(externalName: string, others: object[] = []) {
    const objects = checkoutObjects({
      service: { type: 'ExternalName', externalName },
      endpoints: [],
    });
    return exposuresAmong(
      { ...objects, Service: [...(objects.Service ?? []), ...others] },
      { roots },
    ).exposures[0];
  }

  it.each([
    ['itself', 'checkout.shop.svc.cluster.local'],
    ['itself, with a dot at the end', 'Checkout.shop.svc.'],
    ['the host that leads to it', HOST],
  ])('that names %s is broken', (_, externalName) => {
    const exposure = through(externalName);
    expect(exposure.brokenAt).toBe('service');
    expect(exposure.hops[3].finding?.rule).toBe('IN43');
  });

  it('that comes back over another one is broken', () => {
    const exposure = through('b.shop.svc.cluster.local', [
      {
        metadata: metadata('b'),
        spec: {
          type: 'ExternalName',
          externalName: 'checkout.shop.svc.cluster.local',
        },
      },
    ]);
    expect(exposure.hops[3].finding?.cause).toBe(
      'Service shop/checkout is only another name for b.shop.svc.cluster.local, which leads back to it: shop/checkout, shop/b. No pod stands on that way.',
    );
  });

  it('that names a Service of the cluster is not said to leave it', () => {
    const exposure = through('pay.bank.svc.cluster.local');
    expect(exposure.verdict).toBe('unknown');
    expect(exposure.sentence).toBe(
      'Whether checkout.contoso.example reaches a pod is not known: it is another name for the Service bank/pay, which is not followed.',
    );
  });
});
