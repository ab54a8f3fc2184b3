import { project, Projection } from '@backstage-aks/insight';
import { Knex } from 'knex';
import { NamespaceGate } from '../serve/NamespaceGate';
import { ServiceReader } from '../serve/ServiceReader';
import { SqlRecordReader } from './SqlRecordReader';
import {
  databaseIds,
  deployment,
  kindOf,
  service,
  storeOn,
  testDatabases,
} from './__testUtils__/store';

jest.setTimeout(120_000);

const CROWD = 5000;
const CLUSTERS = 20;

/** How many statements are run meanwhile, and how many rows they return. */
async function effort(knex: Knex, work: () => Promise<unknown>) {
  const spent = { statements: 0, rows: 0 };
  const onResponse = (response: unknown) => {
    const { rows } = response as { rows?: unknown[] };
    spent.statements += 1;
    spent.rows += (Array.isArray(response) ? response : rows ?? []).length;
  };
  knex.on('query-response', onResponse);
  await work();
  knex.removeListener('query-response', onResponse);
  return spent;
}

/** A Deployment and a Service that selects its pods, all called alike. */
function web(name: string): Projection[] {
  const labels = { app: name };
  const projections = [
    project('Deployment', {
      metadata: { namespace: 'shop', name, uid: `d-${name}`, labels },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels } },
      },
    }),
    project('Service', {
      metadata: { namespace: 'shop', name, uid: `s-${name}`, labels },
      spec: { selector: labels },
    }),
  ];
  return projections.flatMap(projection => projection ?? []);
}

/** An Ingress for one host name, which leads to a Service of its name. */
function ingress(namespace: string, name: string, host: string): Projection[] {
  const projection = project('Ingress', {
    metadata: { namespace, name, uid: `i-${namespace}-${name}` },
    spec: {
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name, port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  });
  return projection ? [projection] : [];
}

describe.each(databaseIds)('statements on %s', databaseId => {
  const database = testDatabases();

  async function write(knex: Knex, uid: string, projections: Projection[]) {
    const declaration = { origin: uid, name: uid, environment: 'production' };
    const writer = (await storeOn(knex).openCluster(declaration))!;
    await writer.identify({ uid });
    for (const kind of ['Deployment', 'Service', 'Ingress'] as const) {
      const ofKind = projections.filter(({ record }) => record.kind === kind);
      for (let start = 0; start === 0 || start < ofKind.length; start += 500) {
        await writer.apply(kindOf(kind), {
          upserts: ofKind.slice(start, start + 500),
          deletions: [],
        });
      }
    }
  }

  const view = (knex: Knex, clusterIds: readonly string[], app: string) => {
    const reader = new SqlRecordReader({ knex });
    const namespaces = ['shop'];
    return Promise.all(
      clusterIds.map(clusterId =>
        new ServiceReader(reader).read({
          clusterId,
          selector: [{ key: 'app', operator: 'In', values: [app] }],
          namespaces,
          gate: new NamespaceGate({ reader, clusterId, namespaces }),
        }),
      ),
    );
  };

  it('are no more over twenty clusters than over one', async () => {
    const knex = await database(databaseId);
    const ids = Array.from({ length: CLUSTERS }, (_, index) => `uid-${index}`);
    for (const id of ids) {
      await write(knex, id, web('front'));
    }
    const one = await effort(knex, () => view(knex, ids.slice(0, 1), 'front'));
    let seen: Awaited<ReturnType<typeof view>> = [];
    const all = await effort(knex, async () => {
      seen = await view(knex, ids, 'front');
    });
    expect(one.statements).toBeGreaterThan(0);
    expect(all.statements).toBe(one.statements);
    expect(all.rows).toBe(one.rows * CLUSTERS);
    expect(seen.map(({ records }) => records.length)).toEqual(ids.map(() => 2));
  });

  it(`read little to answer for one of ${CROWD} services of a namespace`, async () => {
    const knex = await database(databaseId);
    const crowd = Array.from({ length: CROWD }, (_, index) =>
      web(`crowd-${index}`),
    );
    await write(knex, 'uid-1', crowd.flat());
    const { rows } = await effort(knex, () => view(knex, ['uid-1'], 'crowd-7'));
    expect(rows).toBeGreaterThan(1);
    expect(rows).toBeLessThan(10);
  });

  it(`read little to find who claims a host among ${CROWD} others`, async () => {
    const knex = await database(databaseId);
    const crowd = Array.from({ length: CROWD }, (_, index) =>
      ingress(`team-${index % 50}`, `crowd-${index}`, `h${index}.example`),
    );
    await write(knex, 'uid-1', [
      ...web('front'),
      ...ingress('shop', 'front', 'Front.example'),
      ...ingress('rivals', 'front', 'front.EXAMPLE'),
      ...crowd.flat(),
    ]);
    const { rows } = await effort(knex, () => view(knex, ['uid-1'], 'front'));
    expect(rows).toBeGreaterThan(3);
    expect(rows).toBeLessThan(15);

    const reader = new SqlRecordReader({ knex });
    const claim = { hosts: ['fRont.example'], addresses: [] };
    let found: string[] = [];
    const asked = await effort(knex, async () => {
      found = await reader.namespacesOf('uid-1', claim);
    });
    expect(found).toEqual(['rivals', 'shop']);
    expect(asked).toEqual({ statements: 1, rows: 2 });
  });

  it('tell all who ask together when they fail, and go on', async () => {
    const knex = await database(databaseId);
    await write(knex, 'uid-1', web('front'));
    const reader = new SqlRecordReader({ knex });
    const ask = () =>
      reader.byRefs('uid-1', [
        { kind: 'Service', namespace: 'shop', name: 'front' },
      ]);
    await knex.schema.renameTable('aks_records', 'aks_records_away');
    const together = await Promise.allSettled([ask(), ask()]);
    expect(together.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    await knex.schema.renameTable('aks_records_away', 'aks_records');
    expect(await ask()).toHaveLength(1);
  });

  it('take names that no database would', async () => {
    const knex = await database(databaseId);
    const broken = [
      deployment('shop', 'nul-\0', { app: 'nul-\0' }),
      service('shop', 'half-\ud800', [
        {
          relation: 'uses',
          to: { kind: 'Secret', namespace: 'shop', name: 'half-\udc00' },
        },
      ]),
    ];
    await write(knex, 'uid-1', [...broken, ...web('front')]);
    // The same once more changes nothing.
    await write(knex, 'uid-1', [...broken, ...web('front')]);
    const rows = await knex('aks_records').select('name').orderBy('name');
    expect(rows.map(({ name }) => name)).toEqual([
      ...['front', 'front'],
      ...['half-\uFFFD', 'nul-\uFFFD'],
    ]);
  });
});
