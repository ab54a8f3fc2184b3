import { project, kinds, RecordKind } from '@backstage-aks/insight';
import { ClusterWriter } from './ClusterStore';
import { HostQuery, StoredHost } from './HostReader';
import { SqlHostReader } from './SqlHostReader';
import { databaseIds, storeOn, testDatabases } from './__testUtils__/store';

const CLUSTER = 'uid-1';
const EVERYWHERE = [{ clusterId: CLUSTER }];

function descriptor(kind: RecordKind) {
  return kinds.find(candidate => candidate.kind === kind)!;
}

async function write(
  writer: ClusterWriter,
  kind: RecordKind,
  place: string,
  name: string,
  object: object,
) {
  const projection = project(kind, {
    metadata: { namespace: place, name, uid: `${place}-${name}` },
    ...object,
  })!;
  await writer.apply(descriptor(kind), {
    upserts: [projection],
    deletions: [],
  });
}

function ingressObject(options: {
  hosts: string[];
  className?: string;
  ip?: string;
}) {
  const backend = { service: { name: 'web', port: { number: 80 } } };
  return {
    spec: {
      ingressClassName: options.className,
      rules: options.hosts.map(host => ({
        host,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend }] },
      })),
    },
    status: {
      loadBalancer: { ingress: options.ip ? [{ ip: options.ip }] : [] },
    },
  };
}

const gatewayNamed = (className: string, ip: string) => ({
  spec: { gatewayClassName: className, listeners: [] },
  status: { addresses: [{ type: 'IPAddress', value: ip }] },
});

const routeOn = (namespace: string, hostnames: string[]) => ({
  spec: { hostnames, parentRefs: [{ namespace, name: 'edge' }] },
});

describe.each(databaseIds)('SqlHostReader on %s', databaseId => {
  const database = testDatabases();

  async function fleet() {
    const knex = await database(databaseId);
    const writer = (await storeOn(knex).openCluster({
      origin: 'config:one',
      name: 'one',
      environment: 'production',
    }))!;
    await writer.identify({ uid: CLUSTER });
    await write(
      writer,
      'Ingress',
      'shop',
      'front',
      ingressObject({
        hosts: ['Shop.example', 'shop.example', 'www.shop.example'],
        className: 'traefik',
        ip: '20.61.7.10',
      }),
    );
    await write(
      writer,
      'Ingress',
      'shop',
      'apps',
      ingressObject({ hosts: ['*.apps.example'], ip: '20.61.7.11' }),
    );
    await write(writer, 'Service', 'pay', 'ledger', {
      spec: { type: 'LoadBalancer', ports: [{ port: 443 }] },
      status: { loadBalancer: { ingress: [{ ip: '20.61.7.99' }] } },
    });
    await write(writer, 'Service', 'pay', 'inner', {
      spec: { type: 'ClusterIP', ports: [{ port: 443 }] },
    });
    await write(
      writer,
      'Gateway',
      'platform',
      'edge',
      gatewayNamed('approuting-istio', '20.61.8.1'),
    );
    await write(
      writer,
      'HTTPRoute',
      'pay',
      'api',
      routeOn('platform', ['pay.example']),
    );
    return { writer, reader: new SqlHostReader({ knex }) };
  }

  const hostsOf = (hosts: StoredHost[]) => hosts.map(({ host }) => host);

  it('orders hosts by name, and those that take any name last', async () => {
    const { reader } = await fleet();
    const all = await reader.hosts({ places: EVERYWHERE, limit: 10 });
    expect(hostsOf(all)).toEqual([
      '*.apps.example',
      'pay.example',
      'shop.example',
      'www.shop.example',
      '',
    ]);
    expect(all[2]).toMatchObject({
      clusterId: CLUSTER,
      route: { kind: 'Ingress', namespace: 'shop', name: 'front' },
    });
    expect(await reader.countHosts({ places: EVERYWHERE })).toBe(5);
  });

  it('goes on after any position', async () => {
    const { reader } = await fleet();
    const seen: string[] = [];
    let page: StoredHost[] = [];
    do {
      page = await reader.hosts({
        places: EVERYWHERE,
        after: page[page.length - 1]?.position,
        limit: 2,
      });
      seen.push(...hostsOf(page));
    } while (page.length === 2);
    expect(seen).toEqual(
      hostsOf(await reader.hosts({ places: EVERYWHERE, limit: 10 })),
    );
  });

  it.each<[string, Partial<HostQuery>, string[]]>([
    [
      'part of a name',
      { text: 'OP.exam' },
      ['shop.example', 'www.shop.example'],
    ],
    [
      'a name under a wildcard',
      { text: 'new.apps.example' },
      ['*.apps.example'],
    ],
    ['a deeper one', { text: 'a.b.apps.example' }, ['*.apps.example']],
    [
      'an address',
      { text: '20.61.7.10' },
      ['shop.example', 'www.shop.example'],
    ],
    ['an address of a load balancer', { text: '20.61.7.99' }, ['']],
    ['an address of the Gateway', { text: '20.61.8.1' }, ['pay.example']],
    ['characters that SQL would take for any', { text: '%' }, []],
    ['nothing at all', { text: 'gone.example' }, []],
    ['a class', { className: 'traefik' }, ['shop.example', 'www.shop.example']],
    [
      'the class of the Gateway',
      { className: 'approuting-istio' },
      ['pay.example'],
    ],
    [
      'the default class',
      { className: 'nginx', defaultOn: [CLUSTER] },
      ['*.apps.example'],
    ],
    ['a class that is default elsewhere', { className: 'nginx' }, []],
    [
      'two things at once',
      { text: 'www', className: 'traefik' },
      ['www.shop.example'],
    ],
  ])('finds by %s', async (_, query, expected) => {
    const { reader } = await fleet();
    const found = await reader.hosts({
      places: EVERYWHERE,
      ...query,
      limit: 10,
    });
    expect(hostsOf(found)).toEqual(expected);
    expect(await reader.countHosts({ places: EVERYWHERE, ...query })).toBe(
      expected.length,
    );
  });

  it.each<[string, HostQuery, string[]]>([
    [
      'of one namespace',
      { places: [{ clusterId: CLUSTER, namespaces: ['pay'] }] },
      ['pay.example', ''],
    ],
    [
      'of no namespace',
      { places: [{ clusterId: CLUSTER, namespaces: [] }] },
      [],
    ],
    ['of no place', { places: [] }, []],
    ['of another cluster', { places: [{ clusterId: 'other' }] }, []],
    [
      'not by an address of a Gateway that is hidden',
      {
        places: [{ clusterId: CLUSTER, namespaces: ['pay'] }],
        text: '20.61.8.1',
      },
      [],
    ],
    [
      'not by the class of a Gateway that is hidden',
      {
        places: [{ clusterId: CLUSTER, namespaces: ['pay'] }],
        className: 'approuting-istio',
      },
      [],
    ],
    [
      'of a namespace, however it is asked',
      { places: [{ clusterId: CLUSTER, namespaces: ['pay'] }], text: 'shop' },
      [],
    ],
  ])('finds hosts %s', async (_, query, expected) => {
    const { reader } = await fleet();
    expect(hostsOf(await reader.hosts({ ...query, limit: 10 }))).toEqual(
      expected,
    );
    expect(await reader.countHosts(query)).toBe(expected.length);
  });

  it('knows the hosts and addresses of now, not those that were', async () => {
    const { writer, reader } = await fleet();
    await write(
      writer,
      'Ingress',
      'shop',
      'front',
      ingressObject({ hosts: ['new.example'], ip: '20.61.7.20' }),
    );
    const find = async (text: string) =>
      hostsOf(await reader.hosts({ places: EVERYWHERE, text, limit: 10 }));
    expect(await find('shop.example')).toEqual([]);
    expect(await find('20.61.7.10')).toEqual([]);
    expect(await find('20.61.7.20')).toEqual(['new.example']);

    await writer.apply(descriptor('Ingress'), {
      upserts: [],
      deletions: [{ kind: 'Ingress', namespace: 'shop', name: 'front' }],
    });
    expect(await find('new.example')).toEqual([]);
    expect(await find('20.61.7.20')).toEqual([]);
  });

  it('names the namespaces in which anything has a host name', async () => {
    const { reader } = await fleet();
    expect(await reader.hostNamespaces(CLUSTER)).toEqual(['pay', 'shop']);
    expect(await reader.hostNamespaces('other')).toEqual([]);
  });
});
