import {
  checkoutExposure,
  checkoutObjects,
  exposuresAmong,
  hopLine,
  ingressClass,
} from '../testing/shop';

const HEALTHY =
  'address:ok listener:ok route:ok service:ok endpoints:ok pods:ok';

describe('a healthy exposure', () => {
  it('is ok at every hop and says what stands there', () => {
    const exposure = checkoutExposure();
    expect(hopLine(exposure)).toBe(HEALTHY);
    expect(exposure).toMatchObject({
      host: 'checkout.contoso.example',
      paths: [{ path: '/', pathType: 'Prefix' }],
      tls: false,
      className: 'traefik',
      addresses: [{ ip: '20.61.7.10' }],
      verdict: 'ok',
      sentence:
        'checkout.contoso.example reaches its pods: 2 running · 1 zone.',
    });
    expect(exposure.brokenAt).toBeUndefined();
    expect(exposure.hops.map(({ subject }) => subject)).toEqual([
      '20.61.7.10 · public',
      'Traefik',
      'checkout / Prefix',
      'checkout:80 → web',
      '2 of 2 ready',
      '2 running · 1 zone',
    ]);
    expect(exposure.hops.map(({ status }) => status)).toEqual([
      'assigned',
      'class served',
      'leads to checkout:http',
      'port resolves',
      'ready',
      'healthy',
    ]);
  });

  it('carries the fields that led to its verdict', () => {
    const evidence = checkoutExposure().hops.flatMap(hop =>
      hop.evidence.map(
        ({ object, field, value }) => `${object.kind} ${field}: ${value}`,
      ),
    );
    expect(evidence).toEqual([
      'Ingress status.loadBalancer.ingress[0].ip: 20.61.7.10',
      'Ingress spec.ingressClassName: traefik',
      'IngressClass spec.controller: traefik.io/ingress-controller',
      'Ingress spec.rules[].host: checkout.contoso.example',
      'Ingress spec.rules[0].http.paths[0].backend: checkout:http',
      'Service spec.ports[0].port: 80',
      'Service spec.ports[0].targetPort: web',
      'Service spec.selector: app=checkout',
      'EndpointSlice endpoints[].conditions.ready: 2 of 2 true',
      'Deployment spec.replicas: 2',
      'Deployment status.readyReplicas: 2',
    ]);
  });
});

describe('a manager', () => {
  it.each([
    [
      { labels: { 'argocd.argoproj.io/instance': 'shop' } },
      'Argo CD (shop) keeps the Service checkout',
    ],
    [
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
      'Flux (apps) keeps the Service checkout',
    ],
    [
      {
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'shop' },
      },
      'Helm (shop) keeps the Service checkout',
    ],
  ])('is named instead of a command it would undo', (serviceMetadata, text) => {
    const exposure = checkoutExposure({
      serviceMetadata,
      service: { ports: [{ name: 'http', port: 80, targetPort: 'https' }] },
    });
    const remedy = exposure.hops.find(({ kind }) => kind === 'service')?.finding
      ?.remedy;
    expect(remedy?.text).toContain(text);
    expect(remedy?.command).toBeUndefined();
  });
});

describe('time', () => {
  const justMade = {
    ingressMetadata: { creationTimestamp: '2026-11-22T11:58:00Z' },
    ingressStatus: {},
  };

  it('gives a new Ingress some minutes to get its address', () => {
    const { exposures, validUntil } = exposuresAmong(checkoutObjects(justMade));
    expect(hopLine(exposures[0])).toMatch(/^address:warning /);
    expect(validUntil).toBe('2026-11-22T12:03:00.000Z');
  });

  it('turns the wait into a break when they are over', () => {
    const now = new Date('2026-11-22T12:03:00.000Z');
    const { exposures, validUntil } = exposuresAmong(
      checkoutObjects(justMade),
      { now },
    );
    expect(hopLine(exposures[0])).toMatch(/^address:broken /);
    expect(validUntil).toBeUndefined();
  });

  const APP_ROUTING = 'webapprouting.kubernetes.azure.com/nginx';
  const WARNED_FROM = '2026-06-01T00:00:00.000Z';
  const UNSUPPORTED_FROM = '2026-12-01T00:00:00.000Z';

  it.each([
    [APP_ROUTING, '2026-05-31', 'ok', 'ends', WARNED_FROM],
    [APP_ROUTING, '2026-06-01', 'warning', 'ends', UNSUPPORTED_FROM],
    [
      `${APP_ROUTING}/internal`,
      '2026-11-22',
      'warning',
      'ends',
      UNSUPPORTED_FROM,
    ],
    [
      APP_ROUTING,
      '2026-11-30T23:59:59.999Z',
      'warning',
      'ends',
      UNSUPPORTED_FROM,
    ],
    [APP_ROUTING, '2026-12-01', 'warning', 'has ended', undefined],
    [APP_ROUTING, '2030-01-01', 'warning', 'has ended', undefined],
    [
      'k8s.io/ingress-nginx',
      '2026-03-31T23:59:59.999Z',
      'warning',
      'ends',
      '2026-04-01T00:00:00.000Z',
    ],
    ['k8s.io/ingress-nginx', '2026-04-01', 'warning', 'has ended', undefined],
    ['k8s.io/ingress-nginx', '2026-11-22', 'warning', 'has ended', undefined],
  ])(
    'tells when the support of %s ends, on %s as %s: it %s',
    (controller, day, verdict, words, until) => {
      const { exposures, validUntil } = exposuresAmong(
        checkoutObjects({
          instead: { IngressClass: [ingressClass('traefik', controller)] },
        }),
        { now: new Date(day) },
      );
      const listener = exposures[0].hops[1];
      expect(listener.verdict).toBe(verdict);
      expect(listener.finding).toMatchObject({
        rule: 'IN29',
        title: `The support of the ingress controller ${words}`,
      });
      expect(exposures[0].verdict).toBe(verdict);
      expect(validUntil).toBe(until);
    },
  );
});
