import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../../__testUtils__/component';
import {
  exposedWorkload,
  ingress,
  ingressClass,
  namespace,
} from '../../__testUtils__/manifests';
import {
  startTestPortal,
  TestPortal,
} from '../../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface Answer {
  total: number;
  note: string;
  notCurrent: string[];
  exposures: { host: string; verdict: string; finding?: object }[];
  hosts: { host: string; owners: string[]; rule?: string }[];
}

describe('actions', () => {
  let portal: TestPortal;
  let cluster: TestCluster;
  let elsewhere: TestCluster;

  beforeAll(async () => {
    const fleet = await TestFleet.create(databases);
    elsewhere = await fleet.addCluster('neu', 'production', []);
    cluster = await fleet.addCluster('weu', 'production', [
      ingressClass(),
      namespace('shop', { owner: 'storefront' }),
      ...exposedWorkload({
        namespace: 'shop',
        name: 'web',
        host: 'web.example',
      }),
      ...Array.from({ length: 60 }, (_, index) =>
        ingress({
          namespace: 'shop',
          name: `tenant-${index}`,
          host: `tenant-${index}.example`,
          labels: { app: 'web' },
          service: index % 2 === 0 ? 'gone' : 'web',
        }),
      ),
    ]);
    portal = await startTestPortal({
      fleet,
      entities: [
        component('web', { selector: 'app=web', namespace: 'shop' }),
        component('plain'),
        component('secret'),
      ],
      secretEntities: { secret: 'user:default/kai' },
    });
  });

  const act = async (name: string, input: Record<string, string>) =>
    (await portal.act(name, input)) as unknown as Answer;

  it.each([
    ['get-service-exposure', { entityRef: 'component:default/web' }],
    ['find-host', { query: 'example' }],
  ])('%s says what it left out of its 8 kB', async (name, input) => {
    const answer = await act(name, input as Record<string, string>);
    const shown = (answer.exposures ?? answer.hosts).length;
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(8_192);
    expect(answer.total).toBe(61);
    expect(shown).toBeGreaterThan(5);
    expect(answer.note).toMatch(new RegExp(`^${61 - shown} of 61 `));
  });

  it('tells the worst way in first, with rule and remedy', async () => {
    const { exposures } = await act('get-service-exposure', {
      entityRef: 'web',
    });
    expect(exposures[0]).toMatchObject({
      verdict: 'broken',
      brokenAt: 'route',
      route: expect.stringMatching(/^Ingress shop\/tenant-/),
      finding: {
        rule: expect.stringMatching(/^IN/),
        remedy: expect.any(String),
      },
    });
  });

  it('tells whose a host is', async () => {
    const answer = await act('find-host', { query: 'web.example' });
    expect(answer).toMatchObject({
      total: 1,
      hosts: [
        {
          host: 'web.example',
          verdict: 'ok',
          owners: ['group:default/storefront'],
        },
      ],
      note: 'Nothing was left out.',
    });
  });

  it.each([
    ['get-service-exposure', { entityRef: 'web' }, ['weu: stale']],
    ['find-host', { query: 'web' }, ['neu: stale', 'weu: stale']],
  ])(
    '%s says what is not known as it is now',
    async (name, input, expected) => {
      const ask = async () =>
        (await act(name, input as Record<string, string>)).notCurrent;
      expect(await ask()).toEqual([]);
      for (const stale of [cluster, elsewhere]) {
        await stale.setFreshness({ state: 'stale', reason: 'unauthorized' });
        await stale.setKindFreshness('Pod', { state: 'stale' });
      }
      expect((await ask()).sort()).toEqual(expected);
      for (const stale of [cluster, elsewhere]) {
        await stale.setFreshness({ state: 'live' });
        await stale.setKindFreshness('Pod', { state: 'live' });
      }
    },
  );

  it('says that pods behind a host are known only as they were', async () => {
    await cluster.setKindFreshness('Pod', { state: 'stale' });
    const { notCurrent } = await act('find-host', { query: 'web' });
    expect(notCurrent).toEqual(['Pod on weu: stale']);
    await cluster.setKindFreshness('Pod', { state: 'live' });
  });

  it('says that a host may be hidden where none matches', async () => {
    const { total, note } = await act('find-host', { query: 'gone.test' });
    expect(total).toBe(0);
    expect(note).toMatch(/may not see is not found/);
  });

  it('tells that an entity says nothing about clusters', async () => {
    expect(
      await act('get-service-exposure', { entityRef: 'plain' }),
    ).toMatchObject({ service: 'unannotated', total: 0 });
  });

  it.each([
    ['secret', /no entity component:default\/secret that you may read/],
    ['no-such', /no entity component:default\/no-such that you may read/],
    ['component:', /kind:namespace\/name/],
  ])('refuses the entity %s', async (entityRef, says) => {
    await expect(act('get-service-exposure', { entityRef })).rejects.toThrow(
      says,
    );
  });
});
