import { LabelSelector, Projection } from '@backstage-aks/insight';
import { SqlRecordReader } from './SqlRecordReader';
import {
  databaseIds,
  deployment,
  kindOf,
  namespaceNamed,
  service,
  storeOn,
  testDatabases,
} from './__testUtils__/store';

const CLUSTER = 'uid-1';

function selectsPods(selector: LabelSelector) {
  return [
    {
      relation: 'selects' as const,
      to: { kind: 'Pod', namespace: 'shop', selector },
    },
  ];
}

describe.each(databaseIds)('SqlRecordReader on %s', databaseId => {
  const database = testDatabases();

  async function readerOf(...projections: Projection[]) {
    const knex = await database(databaseId);
    const writer = (await storeOn(knex).openCluster({
      origin: 'config:one',
      name: 'one',
      environment: 'production',
    }))!;
    await writer.identify({ uid: CLUSTER });
    for (const projection of projections) {
      await writer.apply(kindOf(projection.record.kind), {
        upserts: [projection],
        deletions: [],
      });
    }
    return new SqlRecordReader({ knex });
  }

  const names = (records: { name: string }[]) =>
    records.map(record => record.name);

  it.each<[string, LabelSelector, string[] | undefined, string[]]>([
    [
      'one label',
      [{ key: 'app', operator: 'In', values: ['shop'] }],
      undefined,
      ['front', 'back', 'front'],
    ],
    [
      'one namespace',
      [{ key: 'app', operator: 'In', values: ['shop'] }],
      ['pay'],
      ['front'],
    ],
    [
      'no namespace',
      [{ key: 'app', operator: 'In', values: ['shop'] }],
      [],
      [],
    ],
    [
      'several values and a second requirement',
      [
        { key: 'app', operator: 'In', values: ['shop', 'other'] },
        { key: 'tier', operator: 'NotIn', values: ['web'] },
      ],
      ['shop'],
      ['back', 'other'],
    ],
    [
      'presence',
      [{ key: 'tier', operator: 'Exists' }],
      ['shop'],
      ['front', 'back'],
    ],
  ])('finds by %s', async (_, selector, namespaces, expected) => {
    const reader = await readerOf(
      deployment('shop', 'front', { app: 'shop', tier: 'web' }),
      deployment('shop', 'back', { app: 'shop', tier: 'api' }),
      deployment('shop', 'other', { app: 'other' }),
      deployment('pay', 'front', { app: 'shop', tier: 'web' }),
    );
    const found = await reader.byLabels({
      clusterId: CLUSTER,
      kinds: ['Deployment', 'Service'],
      selector,
      namespaces,
    });
    expect(names(found)).toEqual(expected);
  });

  it('refuses a selector that every object would have to be read for', async () => {
    const reader = await readerOf();
    await expect(
      reader.byLabels({
        clusterId: CLUSTER,
        kinds: ['Pod'],
        selector: [{ key: 'legacy', operator: 'DoesNotExist' }],
      }),
    ).rejects.toThrow('Add a label that it must have');
  });

  it('finds the labels that a record has now, not those it had', async () => {
    const reader = await readerOf(
      deployment('shop', 'front', { app: 'old' }),
      deployment('shop', 'front', { app: 'new' }),
    );
    const find = (value: string) =>
      reader.byLabels({
        clusterId: CLUSTER,
        kinds: ['Deployment'],
        selector: [{ key: 'app', operator: 'In', values: [value] }],
      });
    expect(names(await find('old'))).toEqual([]);
    expect(names(await find('new'))).toEqual(['front']);
  });

  it('finds by name, also very many at once', async () => {
    const reader = await readerOf(
      deployment('shop', 'front'),
      service('shop', 'front'),
    );
    const refs = Array.from({ length: 6000 }, (_, index) => ({
      kind: 'Deployment',
      namespace: 'shop',
      name: index === 5999 ? 'front' : `absent-${index}`,
    }));
    expect(await reader.byRefs(CLUSTER, refs)).toEqual([
      deployment('shop', 'front').record,
    ]);
    expect(await reader.byRefs(CLUSTER, [])).toEqual([]);
    expect(await reader.byRefs('another', refs)).toEqual([]);
  });

  it('finds who refers to an object, by relation', async () => {
    const target = { kind: 'Service', namespace: 'shop', name: 'front' };
    const reader = await readerOf(
      service('shop', 'router', [
        { relation: 'routes-to', to: target },
        { relation: 'routes-to', to: { ...target, name: 'back' } },
      ]),
      service('shop', 'owned', [{ relation: 'owned-by', to: target }]),
    );
    const found = await reader.referrers(CLUSTER, 'routes-to', [
      target,
      { ...target, name: 'back' },
    ]);
    expect(names(found)).toEqual(['router']);
  });

  it('finds whose selector matches, under whichever pair it stands', async () => {
    const reader = await readerOf(
      service(
        'shop',
        'plain',
        selectsPods([
          {
            key: 'app.kubernetes.io/part-of',
            operator: 'In',
            values: ['shop'],
          },
          { key: 'app', operator: 'In', values: ['front'] },
        ]),
      ),
      service(
        'shop',
        'either',
        selectsPods([
          { key: 'app', operator: 'In', values: ['front', 'back'] },
        ]),
      ),
      service('shop', 'everything', selectsPods([])),
      service(
        'shop',
        'without',
        selectsPods([{ key: 'legacy', operator: 'DoesNotExist' }]),
      ),
      service(
        'shop',
        'other',
        selectsPods([{ key: 'app', operator: 'In', values: ['other'] }]),
      ),
    );
    const find = async (...labels: Record<string, string>[]) =>
      names(
        await reader.selecting({
          clusterId: CLUSTER,
          targetKind: 'Pod',
          namespace: 'shop',
          labels,
        }),
      );
    expect(
      await find({ app: 'front', 'app.kubernetes.io/part-of': 'shop' }),
    ).toEqual(['plain', 'either', 'everything', 'without']);
    expect(await find({ app: 'back', legacy: 'yes' })).toEqual([
      'either',
      'everything',
    ]);
    expect(await find({ app: 'other' }, { app: 'back' })).toEqual([
      'either',
      'everything',
      'without',
      'other',
    ]);
    expect(await find()).toEqual([]);
  });

  it('lists namespaces and tells which never changed', async () => {
    const reader = await readerOf(
      namespaceNamed('shop'),
      namespaceNamed('pay'),
    );
    expect(names(await reader.namespaces(CLUSTER))).toEqual(['pay', 'shop']);
    expect(await reader.all(CLUSTER, 'IngressClass')).toEqual([]);
    expect(await reader.versions(CLUSTER, ['never'])).toEqual(
      new Map([['never', 0]]),
    );
    expect(await reader.sequence()).toBe(2);
  });
});
