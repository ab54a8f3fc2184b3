import { openWatch } from '../__testUtils__/watchEvents';
import { eventually, send } from '../__testUtils__/request';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';

const TOKEN = 'sandbox-reader';
const PODS = '/api/v1/pods';
const NODES = '/api/v1/nodes';

describe('faults', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({ world: 'healthy' });
    cluster = sandbox.cluster();
  });
  afterEach(() => sandbox.close());

  const get = (path: string) => send(cluster.url, { path, token: TOKEN });

  it.each([
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [429, 'TooManyRequests'],
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
  ] as const)('answer %s', async (code, reason) => {
    const handle = cluster.faults.add({
      match: { resource: 'pods', verb: 'list' },
      fault: { type: 'status', code },
    });
    const { status, body } = await get(PODS);
    expect([status, body.kind, body.reason]).toEqual([code, 'Status', reason]);
    expect((await get('/api/v1/nodes')).status).toBe(200);
    await handle.remove();
    expect((await get(PODS)).status).toBe(200);
    expect(handle.hits).toBe(1);
  });

  it('say when to try again', async () => {
    cluster.faults.add({
      fault: { type: 'status', code: 429, retryAfterSeconds: 7 },
      times: 1,
    });
    expect((await get(PODS)).headers.get('retry-after')).toBe('7');
    expect((await get(PODS)).status).toBe(200);
  });

  it('refuse connections', async () => {
    const handle = cluster.faults.add({ fault: { type: 'refuse' } });
    await expect(get(PODS)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    await handle.remove();
    expect((await get(PODS)).status).toBe(200);
  });

  it('leave requests without an answer', async () => {
    cluster.faults.add({
      match: { resource: 'pods' },
      fault: { type: 'hang' },
    });
    const waiting = fetch(cluster.url + PODS, {
      headers: { authorization: `Bearer ${TOKEN}` },
      signal: AbortSignal.timeout(200),
    });
    await expect(waiting).rejects.toThrow(/timeout/);
  });

  it('delay answers by the time of the sandbox', async () => {
    cluster.faults.add({
      match: { resource: 'pods' },
      fault: { type: 'delay', milliseconds: 3_600_000 },
    });
    let done = false;
    const answer = get(PODS).then(({ status }) => {
      done = true;
      return status;
    });
    await get('/api/v1/nodes');
    expect(done).toBe(false);
    await eventually(() => {
      cluster.clock.advance(3_600_000);
      return done;
    });
    expect(await answer).toBe(200);
  });

  it.each([
    ['break bodies off', { type: 'truncate' }],
    ['send what is no JSON', { type: 'malformed' }],
  ] as const)('%s', async (_, fault) => {
    cluster.faults.add({ match: { resource: 'pods' }, fault });
    const response = await fetch(cluster.url + PODS, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(/JSON/);
  });

  it('break connections in the middle of a body', async () => {
    cluster.faults.add({
      match: { resource: 'pods' },
      fault: { type: 'reset' },
    });
    const response = await fetch(cluster.url + PODS, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('slip objects without metadata into lists', async () => {
    const before = objectsIn((await get(NODES)).body.items).length;
    cluster.faults.add({
      match: { resource: 'nodes' },
      fault: { type: 'withoutMetadata' },
    });
    const items = objectsIn((await get(NODES)).body.items);
    expect(items.filter(item => item.metadata === undefined)).toHaveLength(1);
    expect(items).toHaveLength(before + 1);
  });

  it('cut watches after some events', async () => {
    cluster.faults.add({
      match: { verb: 'watch' },
      fault: { type: 'cutWatch', afterEvents: 2 },
    });
    const watch = await openWatch(
      cluster.url,
      '/api/v1/namespaces?watch=1',
      TOKEN,
    );
    await watch.ended;
    expect(watch.events.length).toBeGreaterThanOrEqual(2);
  });

  it('hit the same requests again with the same seed', async () => {
    const outcomes = async () => {
      const other = await startSandbox({ clusters: [{ name: 'c', seed: 42 }] });
      const { url, faults } = other.cluster();
      faults.add({
        fault: { type: 'status', code: 500 },
        probability: 0.5,
      });
      const statuses: number[] = [];
      for (let request = 0; request < 12; request++) {
        statuses.push((await send(url, { path: PODS, token: TOKEN })).status);
      }
      await other.close();
      return statuses;
    };
    const first = await outcomes();
    expect(await outcomes()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });

  it('end all watches and forget the past', async () => {
    const { revision } = cluster;
    const watch = await openWatch(
      cluster.url,
      `${PODS}?watch=1&resourceVersion=${revision}`,
      TOKEN,
    );
    cluster.cutWatches();
    await watch.ended;
    cluster.objects.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'later', namespace: 'default' },
    });
    cluster.compact();
    const late = await openWatch(
      cluster.url,
      `${PODS}?watch=1&resourceVersion=${revision}`,
      TOKEN,
    );
    await late.ended;
    expect(late.events).toMatchObject([
      { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
    ]);
  });
});
