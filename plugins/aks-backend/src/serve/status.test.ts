import { Freshness, UnreadReason } from '@backstage-aks/insight';
import {
  FleetStatus,
  fleetStatusSchema,
} from '@backstage-aks/plugin-aks-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  startTestPortal,
  TestPolicy,
  TestPortal,
} from '../__testUtils__/startTestPortal';
import { TestCluster, TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const NOW = new Date('2026-11-28T10:00:00.000Z');
const since = '2026-11-28T09:40:00.000Z';
const nextTryAt = '2026-11-28T10:00:20.000Z';
const met = 'Could not list pods of namespace ledger';

const [platform, developer] = ['user:default/pia', 'user:default/dev'];

// Everybody sees the clusters; only the platform team every namespace.
const policy: TestPolicy = (permission, user) => ({
  result:
    permission.name === 'aks.namespace.read' && user !== platform
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

const anError = { at: expect.any(String), message: expect.any(String) };

type Row = [Freshness['state'], UnreadReason | undefined, string, string];

const LOST_TOUCH =
  'The portal lost touch with the cluster and shows what it last knew.';
const UNREADABLE = 'The portal cannot read the cluster.';

const faults: Row[] = [
  [
    'unreachable',
    'refused',
    `${UNREADABLE} Nothing accepts connections at its address.`,
    'The platform team checks that the cluster runs, that its URL in the configuration is right, and that the portal can reach it.',
  ],
  [
    'unreachable',
    'unresolved',
    `${UNREADABLE} DNS does not know its host name.`,
    'The platform team checks the URL and the DNS of the portal; the name of a private cluster resolves in its own network only.',
  ],
  [
    'stale',
    'lost',
    `${LOST_TOUCH} The connection broke.`,
    'The portal tries again by itself. If it goes on, the platform team checks the network and the API server.',
  ],
  [
    'stale',
    'timeout',
    `${LOST_TOUCH} It does not answer in time.`,
    'The platform team checks firewalls, the authorized IP ranges of the API server, and its load.',
  ],
  [
    'unreachable',
    'tls',
    `${UNREADABLE} Its certificates do not fit what the portal trusts.`,
    'The platform team sets caData or caFile to the authority that signed the certificate of the API server, and checks the host name in the URL.',
  ],
  [
    'unreachable',
    'credential',
    `${UNREADABLE} The portal has nothing to sign in with.`,
    'The platform team puts the credential where the configuration expects it.',
  ],
  [
    'stale',
    'unauthorized',
    `${LOST_TOUCH} The cluster refused the credential of the portal as wrong or expired.`,
    'The platform team renews it. One that is kept in a file is read again by itself, one in the configuration takes a restart of the portal.',
  ],
  [
    'stale',
    'throttled',
    `${LOST_TOUCH} The cluster asked the portal to come back later.`,
    'The portal does so by itself. If it goes on, the platform team looks for what overloads the API server.',
  ],
  [
    'stale',
    'server',
    `${LOST_TOUCH} The API server answered with an error.`,
    'The platform team looks at the health of the API server and at what stands before it.',
  ],
  [
    'unreachable',
    'malformed',
    `${UNREADABLE} What answers there is no API server.`,
    'The platform team checks that the URL leads to an API server and not to a proxy or a login page.',
  ],
  [
    'stale',
    'gone',
    `${LOST_TOUCH} The cluster forgot the moment from which the portal would have gone on.`,
    'The portal reads everything again by itself.',
  ],
  [
    'unreachable',
    'duplicate',
    `${UNREADABLE} The same cluster is configured under another name already.`,
    'The platform team removes one of the two from the configuration of the portal.',
  ],
  [
    'stale',
    'store',
    `${LOST_TOUCH} The portal could not keep what it read.`,
    'The platform team looks at the database of the portal, and at its log.',
  ],
  [
    'stale',
    'interrupted',
    `${LOST_TOUCH} The portal stopped watching then and has not caught up yet.`,
    'The portal catches up by itself. If it does not, the platform team checks that its backend runs and can write to its database.',
  ],
  [
    'forbidden',
    undefined,
    "The cluster does not let the portal's identity read this.",
    'The platform team binds the ClusterRole of docs/reader.yaml to that identity; the portal notices by itself.',
  ],
  [
    'absent',
    undefined,
    'The cluster does not serve this kind.',
    'Where it should, the platform team installs what provides it; the portal notices by itself.',
  ],
];

describe('/status', () => {
  let fleet: TestFleet;
  let cluster: TestCluster;
  let portal: TestPortal;

  beforeAll(async () => {
    fleet = await TestFleet.create(databases);
    cluster = await fleet.addCluster('weu', 'production', []);
    portal = await startTestPortal({
      fleet,
      entities: [],
      policy,
      now: () => NOW,
    });
  });

  async function status(user: string): Promise<FleetStatus> {
    const { body } = await portal.get('/status', { user });
    expect(fleetStatusSchema.parse(body)).toEqual(body);
    return body;
  }

  const podsOf = ({ clusters: [first] }: FleetStatus) =>
    first.kinds.find(({ kind }) => kind === 'Pod');

  it.each(faults)(
    'tells of a kind that is %s (%s) what is wrong, what to do and when it is tried next',
    async (state, reason, message, remedy) => {
      const stored = { state, since, ...(reason && { reason }) };
      await cluster.setKindFreshness(
        'Pod',
        { ...stored, message: met },
        { message: met, nextTryAt },
      );
      const told = {
        kind: 'Pod',
        freshness: { ...stored, message, remedy },
        // That a cluster does not serve a kind is no failure.
        ...(state !== 'absent' && {
          nextTryAt,
          lastError: anError,
        }),
      };

      expect(podsOf(await status(developer))).toEqual(told);
      expect(podsOf(await status(platform))).toMatchObject({
        ...told,
        freshness: {
          ...told.freshness,
          ...(state !== 'absent' && { detail: met }),
        },
      });
      expect(JSON.stringify(await status(developer))).not.toContain('ledger');
    },
  );

  it('tells nothing of a next try where all is well', async () => {
    await cluster.setKindFreshness('Pod', { state: 'live' });
    expect(podsOf(await status(developer))).toEqual({
      kind: 'Pod',
      freshness: { state: 'live' },
      lastError: expect.anything(),
    });
  });

  it.each([
    ['the next of its kinds', '2026-11-28T09:59:00.000Z', nextTryAt],
    ['its own', '2026-11-28T10:00:05.000Z', '2026-11-28T10:00:05.000Z'],
  ])(
    'tells when a cluster is tried next: %s',
    async (_, ofCluster, expected) => {
      await cluster.setFreshness({ state: 'stale', since, reason: 'timeout' });
      await cluster.noteNextTry(ofCluster);
      await cluster.setKindFreshness(
        'Pod',
        { state: 'stale', since, reason: 'timeout' },
        { message: met, nextTryAt },
      );
      const { clusters } = await status(developer);
      expect(clusters[0]).toMatchObject({
        freshness: { state: 'stale', reason: 'timeout' },
        nextTryAt: expected,
        collectedBy: 'this-replica',
      });
    },
  );

  it('names one remedy for a cluster that refuses the portal and its kinds', async () => {
    const refused = { state: 'stale', since, reason: 'unauthorized' } as const;
    await cluster.setFreshness(refused);
    await cluster.setKindFreshness('Pod', {
      ...refused,
      reason: 'interrupted',
    });

    const told = await status(developer);
    const { message, remedy } = told.clusters[0].freshness;
    expect(remedy).toMatch(/^The platform team renews it\./);
    expect(podsOf(told)?.freshness).toEqual({ ...refused, message, remedy });
    await cluster.setFreshness({ state: 'live' });
  });

  it('tells that another replica reads a cluster, or none', async () => {
    const held = await fleet.openElsewhere('held', 60_000);
    const before = await status(developer);
    expect(before.clusters.find(({ name }) => name === 'held')).toMatchObject({
      collectedBy: 'another-replica',
      freshness: { state: 'live' },
    });

    await held.release();
    const after = await status(developer);
    const left = after.clusters.find(({ name }) => name === 'held');
    expect(left).not.toHaveProperty('collectedBy');
    expect(left?.freshness).toMatchObject({
      state: 'stale',
      reason: 'interrupted',
    });
  });

  it('tells that its own database takes no writes, until it does', async () => {
    const full = new Error('database or disk is full');
    await expect(
      fleet.health.watch(() => Promise.reject(full)),
    ).rejects.toThrow(full);

    const told = {
      since: expect.any(String),
      message:
        'The portal cannot write to its database. What it shows may be older than it says.',
      remedy:
        'The platform team checks that the database runs, has space left and takes writes. The portal goes on by itself.',
    };
    expect((await status(developer)).database).toEqual(told);
    expect((await status(platform)).database).toEqual({
      ...told,
      detail: 'database or disk is full',
    });

    await cluster.setKindFreshness('Pod', { state: 'live' });
    expect(await status(platform)).not.toHaveProperty('database');
  });

  it('says so where the database cannot even be read', async () => {
    const read = jest.spyOn(fleet.reader, 'clusters').mockRejectedValue(
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.4:5432'), {
        code: 'ECONNREFUSED',
      }),
    );
    const { status: code, body } = await portal.get('/status');
    read.mockRestore();
    expect(code).toBe(503);
    expect(body.error.message).toMatch(
      /^The database of the portal does not answer.* The platform team checks that it runs/,
    );
    expect(body.error.message).not.toContain('10.0.0.4');
  });
});
