import { project, Projection, RecordKind } from '@backstage-aks/insight';
import { NAMES_SCOPE } from './scopes';
import { SqlRecordReader } from './SqlRecordReader';
import {
  databaseIds,
  kindOf,
  storeOn,
  testDatabases,
} from './__testUtils__/store';

function projected(kind: RecordKind, object: object): Projection {
  const projection = project(kind, object);
  if (!projection) {
    throw new Error(`a ${kind} that cannot be projected`);
  }
  return projection;
}

interface Front {
  name?: string;
  hosts?: string[];
  className?: string;
  labels?: Record<string, string>;
  path?: string;
}

function ingress(front: Front = {}): Projection {
  const { name = 'front', hosts = ['shop.example'], className } = front;
  return projected('Ingress', {
    metadata: { namespace: 'shop', name, uid: name, labels: front.labels },
    spec: {
      ingressClassName: className,
      rules: hosts.map(host => ({
        host,
        http: {
          paths: [
            {
              path: front.path ?? '/',
              pathType: 'Prefix',
              backend: { service: { name: 'front', port: { number: 80 } } },
            },
          ],
        },
      })),
    },
  });
}

function service(ips: string[], labels?: Record<string, string>): Projection {
  return projected('Service', {
    metadata: { namespace: 'shop', name: 'controller', uid: 'c', labels },
    spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
    status: { loadBalancer: { ingress: ips.map(ip => ({ ip })) } },
  });
}

describe.each(databaseIds)('the names of a cluster on %s', databaseId => {
  const database = testDatabases();

  const cases: [
    what: string,
    kind: RecordKind,
    before: Projection[],
    written: Projection[],
    raised: boolean,
  ][] = [
    ['an Ingress comes', 'Ingress', [], [ingress()], true],
    [
      'an Ingress takes another host name',
      'Ingress',
      [ingress()],
      [ingress({ hosts: ['shop.example', 'pay.example'] })],
      true,
    ],
    [
      'a host name goes from one Ingress to another',
      'Ingress',
      [ingress(), ingress({ name: 'other', hosts: ['other.example'] })],
      [
        ingress({ hosts: ['old.example'] }),
        ingress({ name: 'other', hosts: ['shop.example'] }),
      ],
      true,
    ],
    [
      'an Ingress goes to another class',
      'Ingress',
      [ingress({ className: 'nginx' })],
      [ingress({ className: 'traefik' })],
      true,
    ],
    [
      'an Ingress gives a host name up',
      'Ingress',
      [ingress({ hosts: ['shop.example', 'pay.example'] })],
      [ingress()],
      false,
    ],
    [
      'the labels of an Ingress change',
      'Ingress',
      [ingress()],
      [ingress({ labels: { team: 'shop' } })],
      false,
    ],
    [
      'the path of an Ingress changes',
      'Ingress',
      [ingress()],
      [ingress({ path: '/shop' })],
      false,
    ],
    [
      'the labels of one Ingress change, and another stays as it is',
      'Ingress',
      [ingress(), ingress({ name: 'other' })],
      [ingress({ labels: { team: 'shop' } }), ingress({ name: 'other' })],
      false,
    ],
    [
      'a Service is given its address',
      'Service',
      [service([])],
      [service(['20.50.7.11'])],
      true,
    ],
    [
      'the labels of a Service with an address change',
      'Service',
      [service(['20.50.7.11'])],
      [service(['20.50.7.11'], { team: 'shop' })],
      false,
    ],
    [
      'a Service loses its address',
      'Service',
      [service(['20.50.7.11'])],
      [service([])],
      false,
    ],
  ];

  it.each(cases)('when %s', async (_, kind, before, written, raised) => {
    const knex = await database(databaseId);
    const writer = await storeOn(knex).openCluster({
      origin: 'config:one',
      name: 'one',
      environment: 'production',
    });
    await writer!.identify({ uid: 'uid-1', kubernetesVersion: 'v1.36.2' });
    const reader = new SqlRecordReader({ knex });
    const versions = async () => {
      const found = await reader.versions('uid-1', [NAMES_SCOPE, 'shop']);
      return [found.get(NAMES_SCOPE) ?? 0, found.get('shop') ?? 0];
    };
    const write = (upserts: Projection[]) =>
      writer!.apply(kindOf(kind), { upserts, deletions: [] });

    await write(before);
    const [names, shop] = await versions();
    await write(written);
    const [namesThen, shopThen] = await versions();
    expect(namesThen > names).toBe(raised);
    // Whatever it was, views of its own namespace hear of it.
    expect(shopThen).toBeGreaterThan(shop);
  });
});
