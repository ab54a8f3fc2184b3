import { ConfigReader } from '@backstage/config';
import { readAksConfig } from './readAksConfig';

function read(aks: unknown) {
  return readAksConfig(new ConfigReader({ aks } as never));
}

const cluster = {
  name: 'one',
  url: 'https://one.example',
  auth: { type: 'serviceAccountToken', token: 'planted-secret' },
};

function withCluster(changes: object) {
  return { clusters: [cluster, { ...cluster, name: 'two', ...changes }] };
}

describe('readAksConfig', () => {
  it('fills in defaults', () => {
    const expected = {
      clusters: [],
      environments: [],
      ownership: {
        label: 'backstage-aks.io/owner',
        patterns: [],
        unbound: 'deny',
      },
      collect: {
        pageSize: 500,
        lists: 'pages',
        requests: { perSecond: 50, burst: 100 },
        namespaces: { exclude: [] },
      },
      upstreams: [],
      retention: { clusters: 604_800_000, events: 86_400_000 },
    };
    expect(read(undefined)).toEqual(expected);
    expect(read({})).toEqual(expected);
  });

  it.each([
    ['12h', 43_200_000],
    ['P2D', 172_800_000],
    [{ days: 1, hours: 1 }, 90_000_000],
    ['0s', 0],
  ])('reads the duration %j', (clusters, milliseconds) => {
    expect(read({ retention: { clusters } }).retention).toEqual({
      clusters: milliseconds,
      events: 86_400_000,
    });
  });

  it('gives each cluster an environment', () => {
    const config = read({
      environments: [
        { name: 'production', clusters: ['prod-*'] },
        { name: 'staging', clusters: ['*-stg', 'prod-old'] },
      ],
      clusters: [
        { ...cluster, name: 'prod-weu' },
        { ...cluster, name: 'prod-old', environment: 'museum' },
        { ...cluster, name: 'weu-stg' },
        { ...cluster, name: 'xprod-weu' },
      ],
    });
    expect(config.clusters.map(({ environment }) => environment)).toEqual([
      'production',
      'museum',
      'staging',
      'unassigned',
    ]);
    expect(config.environments).toEqual([
      'production',
      'staging',
      'museum',
      'unassigned',
    ]);
    expect(config.clusters[1].configKey).toBe('aks.clusters[1]');
  });

  it('reads name patterns of namespaces as whole names', () => {
    const { ownership } = read({
      ownership: { patterns: [{ namespaces: 'shop.*', owner: 'shop' }] },
    });
    const [{ pattern }] = ownership.patterns;
    expect(
      ['shop.front', 'shopXfront', 'my-shop.front'].map(name =>
        pattern.test(name),
      ),
    ).toEqual([true, false, false]);
  });

  it('reads what stands in front of the clusters', () => {
    const hosts = ['shop.contoso.example', '*.contoso.example'];
    expect(
      read({
        upstreams: [
          { name: 'edge', kind: 'front-door', hosts },
          {
            name: 'hub',
            addresses: ['20.61.7.10', '2001:db8::1', 'a.example'],
          },
        ],
      }).upstreams,
    ).toEqual([
      { name: 'edge', kind: 'front-door', hosts, addresses: [] },
      {
        name: 'hub',
        kind: 'other',
        hosts: [],
        addresses: ['20.61.7.10', '2001:db8::1', 'a.example'],
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['loopback over http', { url: 'http://127.0.0.1:7100' }],
    [
      'http where that is meant',
      { url: 'http://sandbox:7100', skipTLSVerify: true },
    ],
    [
      'a kubeconfig without URL',
      {
        url: undefined,
        auth: { type: 'kubeconfig', path: '/k', context: 'c' },
      },
    ],
  ])('takes %s', (_, changes) => {
    expect(read(withCluster(changes as object)).clusters).toHaveLength(2);
  });

  const RESOURCE_ID =
    '/subscriptions/3bd1a5a5-27f2-4f0e-8ea2-2a5ad7c1b0a1/resourceGroups/größe-(weu)/providers/Microsoft.ContainerService/managedClusters/prod-weu';

  it.each([
    [undefined, 'https://portal.azure.com/#resource'],
    ['https://portal.azure.us/', 'https://portal.azure.us/#resource'],
  ])('finds a cluster in the Azure portal %s', (azurePortal, start) => {
    const { clusters } = read({
      ...withCluster({ resourceId: RESOURCE_ID }),
      azurePortal,
    });
    expect(clusters.map(its => its.azurePortal)).toEqual([
      undefined,
      `${start}${RESOURCE_ID.replace('größe', 'gr%C3%B6%C3%9Fe')}`,
    ]);
  });

  it.each<[string, unknown, string]>([
    ['a section that is a list', [], 'aks: is a list; expected an object'],
    [
      'an unknown key',
      { cluster: [] },
      'aks.cluster: is a list; there is no such key',
    ],
    [
      'an upstream that would stand in front of everything',
      { upstreams: [{ name: 'edge' }] },
      'aks.upstreams[0].hosts: is missing; expected host names here, or addresses of clusters as addresses',
    ],
    [
      'an upstream for a URL',
      { upstreams: [{ name: 'edge', hosts: ['https://shop.example'] }] },
      'aks.upstreams[0].hosts[0]: is "https://shop.example"; expected a host name',
    ],
    [
      'an upstream of another kind',
      { upstreams: [{ name: 'edge', kind: 'cdn', hosts: ['a.example'] }] },
      'aks.upstreams[0].kind: is "cdn"; expected "front-door"',
    ],
    [
      'an upstream in front of no address',
      { upstreams: [{ name: 'edge', addresses: ['20.61.7.0/24'] }] },
      'aks.upstreams[0].addresses[0]: is "20.61.7.0/24"; expected an IP address or a host name',
    ],
    [
      'two upstreams of one name',
      {
        upstreams: [
          { name: 'edge', hosts: ['a.example'] },
          { name: 'edge', hosts: ['b.example'] },
        ],
      },
      'aks.upstreams[1].name: is "edge"; expected a name of its own',
    ],
    [
      'clusters that are no list',
      { clusters: { one: cluster } },
      'aks.clusters: is an object; expected a list of clusters',
    ],
    [
      'an unknown key of a cluster',
      withCluster({ enviroment: 'production' }),
      'aks.clusters[1].enviroment: is "production"; there is no such key',
    ],
    [
      'a wrong type of auth',
      withCluster({ auth: { type: 'serviceAccount' } }),
      'aks.clusters[1].auth.type: is "serviceAccount"; expected "serviceAccountToken" or "kubeconfig"',
    ],
    [
      'the resource ID of something else',
      withCluster({ resourceId: RESOURCE_ID.replace('managed', 'connected') }),
      'expected the resource ID of an AKS cluster',
    ],
    [
      'a resource ID that leads elsewhere',
      withCluster({ resourceId: `${RESOURCE_ID}/../../?x=javascript:1` }),
      'expected the resource ID of an AKS cluster',
    ],
    [
      'an Azure portal without TLS',
      { azurePortal: 'http://portal.azure.com' },
      'aks.azurePortal: is "http://portal.azure.com"; expected the URL of the Azure portal',
    ],
    [
      'an Azure portal that is a file',
      { azurePortal: 'file:///etc/passwd' },
      'aks.azurePortal: is "file:///etc/passwd"; expected the URL of the Azure portal',
    ],
    [
      'no auth',
      withCluster({ auth: undefined }),
      'aks.clusters[1].auth: is missing; expected how to sign in',
    ],
    [
      'a token of the wrong type',
      withCluster({ auth: { type: 'serviceAccountToken', token: 12345 } }),
      'aks.clusters[1].auth.token: is a number that is not shown; expected a text',
    ],
    [
      'an empty token',
      withCluster({ auth: { type: 'serviceAccountToken', token: '' } }),
      'aks.clusters[1].auth.token: is a string that is not shown; expected a text',
    ],
    [
      'no token',
      withCluster({ auth: { type: 'serviceAccountToken' } }),
      'aks.clusters[1].auth.token: is missing; expected a token here',
    ],
    [
      'two tokens',
      withCluster({
        auth: {
          type: 'serviceAccountToken',
          token: 'planted-secret',
          tokenFile: '/t',
        },
      }),
      'aks.clusters[1].auth.tokenFile: is "/t"; expected only one of token and tokenFile',
    ],
    [
      'a kubeconfig without context',
      withCluster({ auth: { type: 'kubeconfig', path: '/k' } }),
      'aks.clusters[1].auth.context: is missing; expected a text',
    ],
    [
      'a URL without scheme',
      withCluster({ url: 'one.example' }),
      'aks.clusters[1].url: is "one.example"; expected the URL of an API server',
    ],
    [
      'a URL with a password',
      withCluster({ url: 'https://me:planted-secret@one.example' }),
      'aks.clusters[1].url: is "https://…@one.example"; expected the URL',
    ],
    [
      'no URL',
      withCluster({ url: undefined }),
      'aks.clusters[1].url: is missing; expected the URL of an API server',
    ],
    [
      'a token over plain http',
      withCluster({ url: 'http://one.example' }),
      'aks.clusters[1].url: is "http://one.example"; expected https',
    ],
    [
      'two authorities',
      withCluster({ caData: 'planted-secret', caFile: '/ca' }),
      'aks.clusters[1].caFile: is "/ca"; expected only one of caData and caFile',
    ],
    [
      'two clusters of one name',
      { clusters: [cluster, cluster] },
      'aks.clusters[1].name: is "one"; expected a name of its own; aks.clusters[0] has the same',
    ],
    [
      'two environments of one name',
      { environments: [{ name: 'a' }, { name: 'a' }] },
      'aks.environments[1].name: is "a"; expected a name of its own',
    ],
    [
      'a wrong policy for unbound namespaces',
      { ownership: { unbound: 'maybe' } },
      'aks.ownership.unbound: is "maybe"; expected "allow" or "deny"',
    ],
    [
      'an owner that is no reference',
      { ownership: { patterns: [{ namespaces: 'shop-*', owner: 'a b' }] } },
      'aks.ownership.patterns[0].owner: is "a b"; expected a catalog owner',
    ],
    [
      'a page of no size',
      { collect: { pageSize: 0 } },
      'aks.collect.pageSize: is 0; expected at least 1',
    ],
    [
      'a duration that is none',
      { retention: { events: 'for ever' } },
      'aks.retention.events: is "for ever"; expected a duration, such as 7d or { days: 7 }',
    ],
    [
      'a duration without a unit',
      { retention: { clusters: 7 } },
      'aks.retention.clusters: is 7; expected a duration',
    ],
    [
      'a duration that is negative',
      { retention: { clusters: { days: -1 } } },
      'aks.retention.clusters',
    ],
    [
      'a retention that is not known',
      { retention: { findings: '7d' } },
      'aks.retention.findings: is "7d"; there is no such key',
    ],
    [
      'lists of a way that is not known',
      { collect: { lists: 'streams' } },
      'aks.collect.lists: is "streams"; expected "pages" or "stream"',
    ],
    [
      'no namespace at all',
      { collect: { namespaces: { include: [] } } },
      'aks.collect.namespaces.include: is a list; expected at least one namespace',
    ],
    [
      'namespaces that are all taken away again',
      { collect: { namespaces: { include: ['shop'], exclude: ['sh*'] } } },
      'aks.collect.namespaces.include: is a list; expected a namespace that exclude does not take away',
    ],
    [
      'more names of namespaces than can be watched',
      {
        collect: {
          namespaces: {
            include: Array.from({ length: 21 }, (_, index) => `n-${index}`),
          },
        },
      },
      'aks.collect.namespaces.include: is a list; expected at most 20 names',
    ],
    [
      'a namespace that cannot be one',
      { collect: { namespaces: { exclude: ['a b'] } } },
      'aks.collect.namespaces.exclude[0]: is "a b"; expected a name, in which * stands for any characters',
    ],
    [
      'a namespace by itself',
      { collect: { namespaces: 'shop' } },
      'aks.collect.namespaces: is "shop"; expected an object with include and exclude',
    ],
    [
      'a budget of nothing',
      { collect: { requests: { perSecond: 0 } } },
      'aks.collect.requests.perSecond: is 0; expected at least 1',
    ],
    [
      'a burst that is no whole number',
      { collect: { requests: { burst: 1.5 } } },
      'aks.collect.requests.burst: is 1.5; expected a whole number',
    ],
    [
      'a kind that is not known',
      { collect: { kinds: ['Pod', 'Secret'] } },
      'aks.collect.kinds[1]: is "Secret"; expected one of Namespace',
    ],
  ])('refuses %s', (_, aks, message) => {
    expect(() => read(aks)).toThrow(message);
    expect(() => read(aks)).not.toThrow('planted-secret');
  });

  it('names every wrong key and never a secret', () => {
    const wrong = {
      clusters: [
        { ...cluster, url: 'nowhere', caData: 7 },
        { ...cluster, auth: { ...cluster.auth, tokn: 'x' } },
      ],
    };
    expect(() => read(wrong)).toThrow(
      /aks\.clusters\[0\]\.url.*\n.*aks\.clusters\[0\]\.caData.*\n.*aks\.clusters\[1\]\.auth\.tokn/,
    );
    expect(() => read(wrong)).not.toThrow(/planted-secret/);
  });
});
