import { Hop, IngressStack } from '@backstage-aks/insight';
import { toExposureAnswer, toExposureView } from './exposureAnswer';
import { ClusterExposure, ExposureView } from './schemas/exposure';

const listener: Hop = {
  kind: 'listener',
  verdict: 'ok',
  judged: true,
  subject: 'Traefik',
  status: 'class served',
  evidence: [],
};

const stack: IngressStack = {
  id: 'traefik',
  title: 'Traefik',
  managedBy: 'Whoever installed it looks after it.',
  support: 'not-known',
};

function routeOf(host: string): Hop {
  return { ...listener, kind: 'route', subject: host };
}

function exposure(
  host: string,
  changes: Partial<ClusterExposure> = {},
): ClusterExposure {
  return {
    id: `Ingress/shop/web/${host}/web/http`,
    host,
    paths: [{ path: '/', pathType: 'Prefix' }],
    tls: true,
    route: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    stack,
    addresses: [],
    verdict: 'ok',
    sentence: `${host} reaches its pods.`,
    hops: [listener, routeOf(host)],
    cluster: { slug: 'weu-1a2b', name: 'weu', environment: 'production' },
    ...changes,
  };
}

function viewOf(exposures: ClusterExposure[]): ExposureView {
  return {
    entityRef: 'component:default/web',
    service: 'found',
    sources: [],
    hidden: { count: 0, namespaces: [] },
    scopes: [],
    environments: [{ name: 'production', verdict: 'ok', exposures }],
  };
}

describe('an exposure view on its way', () => {
  const hosts = Array.from({ length: 200 }, (_, index) => `t${index}.example`);

  it('tells once what several ways in share', () => {
    const view = viewOf(hosts.map(host => exposure(host)));
    const { hops, stacks, environments } = toExposureAnswer(view);
    expect(hops).toHaveLength(1 + hosts.length);
    expect(stacks).toEqual([stack]);
    expect(environments[0].exposures[7]).toMatchObject({
      host: 't7.example',
      stack: 0,
      hops: [0, 8],
    });
  });

  it('knows what says the same, though it is another object', () => {
    const alike = hosts.map(host =>
      exposure(host, { hops: [{ ...listener }], stack: { ...stack } }),
    );
    const { hops, stacks } = toExposureAnswer(viewOf(alike));
    expect([hops, stacks]).toEqual([[listener], [stack]]);
  });

  it('arrives as it was, with what is shared as one object', () => {
    const view = viewOf([
      ...hosts.map(host => exposure(host)),
      exposure('plain.example', { stack: undefined, hops: [] }),
    ]);
    const arrived = toExposureView(
      JSON.parse(JSON.stringify(toExposureAnswer(view))),
    );
    expect(arrived).toEqual(view);
    const [{ exposures }] = arrived.environments;
    expect(exposures[0].hops[0]).toBe(exposures[1].hops[0]);
  });

  it('is refused where something it refers to is missing', () => {
    const answer = toExposureAnswer(viewOf([exposure('a.example')]));
    expect(() => toExposureView({ ...answer, hops: [listener] })).toThrow(
      /not whole: it refers to number 1 of 1 hops/,
    );
  });
});
