import { openWatch } from '../__testUtils__/watchEvents';
import { eventually, send } from '../__testUtils__/request';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';

const READER = 'sandbox-reader';
const ADMIN = 'sandbox-admin';
const FAULTS = '/sandbox/v1/faults';
const NODES = '/api/v1/nodes';

describe('faults over the control endpoint', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'faulty' }] });
    cluster = sandbox.cluster();
  });
  afterEach(() => sandbox.close());

  const get = (path: string, token = READER) =>
    send(cluster.url, { path, token });
  const control = (method: string, body?: unknown, id = '') =>
    send(cluster.url, { method, path: FAULTS + id, token: ADMIN, body });

  it('are added, listed with their hits, and removed', async () => {
    const rule = { fault: { type: 'status', code: 503 } };
    expect((await control('POST', rule)).status).toBe(200);
    expect((await get(NODES)).status).toBe(503);
    const { body } = await control('GET');
    expect(body.faults).toEqual([{ id: 1, hits: 1, rule }]);
    expect((await control('DELETE', undefined, '/1')).body.faults).toEqual([]);
    expect((await get(NODES)).status).toBe(200);
    expect((await control('DELETE', undefined, '/1')).status).toBe(400);
  });

  it.each([
    [{}, /needs a type: one of refuse, /],
    [{ fault: { type: 'x' } }, /needs a type/],
    [{ fault: { type: 'delay' } }, /needs the number milliseconds/],
    [{ fault: { type: 'status', code: 418 } }, /code 418: give one of 401/],
    [{ fault: { type: 'hang' }, match: { pod: 'x' } }, /wrong is pod/],
    [{ fault: { type: 'hang' }, times: -1 }, /times -1: give a number/],
    [{ fault: { type: 'refuse' } }, /give a time with --for/],
  ])('refuse %j', async (rule, message) => {
    const { status, body } = await control('POST', rule);
    expect(status).toBe(400);
    expect(body.message).toMatch(message);
  });

  it('are only for who may do everything', async () => {
    expect((await get(FAULTS)).status).toBe(403);
  });

  it('end by themselves, so that a server listens again', async () => {
    await control('POST', { fault: { type: 'refuse' }, lasts: 60_000 });
    await eventually(() =>
      get(NODES).then(
        () => false,
        () => true,
      ),
    );
    cluster.clock.advance(60_000);
    await eventually(
      async () => (await get(NODES).catch(() => undefined))?.text,
    );
    expect(cluster.faults.list()).toEqual([]);
  });

  it('let one token expire', async () => {
    cluster.faults.add({
      match: { token: READER },
      fault: { type: 'status', code: 401 },
    });
    expect((await get(NODES)).status).toBe(401);
    expect((await get(NODES, ADMIN)).status).toBe(200);
  });

  it('make bodies drip', async () => {
    const whole = await get(NODES);
    cluster.faults.add({ fault: { type: 'drip', bytesPerSecond: 5000 } });
    const response = await fetch(cluster.url + NODES, {
      headers: { authorization: `Bearer ${READER}` },
    });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeLessThan(whole.text.length);
    let text = Buffer.from(first?.value ?? []).toString();
    await eventually(async () => {
      cluster.clock.advance(1000);
      const { value, done } = (await reader?.read()) ?? { done: true };
      text += Buffer.from(value ?? []).toString();
      return done;
    });
    expect(JSON.parse(text)).toEqual(whole.body);
  });

  it('forget the past before an answer', async () => {
    const page = await get(`${NODES}?limit=1`);
    cluster.objects.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'later', namespace: 'default' },
    });
    cluster.faults.add({ fault: { type: 'compact' }, times: 1 });
    const next = encodeURIComponent(
      String(valueAt(page.body, 'metadata.continue')),
    );
    const { status, body } = await get(`${NODES}?limit=1&continue=${next}`);
    expect([status, body.reason]).toEqual([410, 'Expired']);
    const version = valueAt(page.body, 'metadata.resourceVersion');
    const watch = await openWatch(
      cluster.url,
      `${NODES}?watch=1&resourceVersion=${version}`,
      READER,
    );
    await watch.ended;
    expect(watch.events).toMatchObject([
      { type: 'ERROR', object: { code: 410 } },
    ]);
  });

  it('set the clock of the server wrong', async () => {
    const day = 24 * 3_600_000;
    const skew = cluster.faults.add({
      fault: { type: 'clockSkew', milliseconds: -day },
    });
    const created = cluster.objects.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'old', namespace: 'default' },
    });
    const { headers } = await get(NODES);
    for (const time of [
      created.metadata.creationTimestamp,
      headers.get('date'),
    ]) {
      const behind = Date.now() - Date.parse(String(time));
      expect(Math.round(behind / day)).toBe(1);
    }
    await skew.remove();
    const later = await get(NODES);
    const now = Date.parse(String(later.headers.get('date')));
    expect(Math.round((Date.now() - now) / day)).toBe(0);
    expect(objectsIn(later.body.items)).toHaveLength(3);
  });
});
