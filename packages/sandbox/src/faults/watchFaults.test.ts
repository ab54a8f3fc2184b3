import { openWatch } from '../__testUtils__/watchEvents';
import { requireNoDefects } from '../__testUtils__/requireNoDefects';
import { send } from '../__testUtils__/request';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { Sandbox, startSandbox } from '../startSandbox';
import { Fault } from './Fault';

const TOKEN = 'sandbox-reader';
const NAMESPACES = '/api/v1/namespaces';

describe('faults of watches', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({ clusters: [{ name: 'faulty' }] });
    cluster = sandbox.cluster();
  });
  afterEach(async () => {
    await sandbox.close();
    requireNoDefects(cluster);
  });

  async function told(fault: Fault) {
    cluster.faults.add({ match: { verb: 'watch' }, fault, times: 1 });
    const response = await fetch(`${cluster.url}${NAMESPACES}?watch=1`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    let text = '';
    let broken = false;
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString('utf8');
      }
    } catch {
      broken = true;
    }
    return { status: response.status, text, broken };
  }

  it('break the connection in the middle of an event', async () => {
    const { status, text, broken } = await told({ type: 'reset' });
    expect([status, broken]).toEqual([200, true]);
    expect(text.length).toBeGreaterThan(0);
    expect(text).not.toContain('\n');
  });

  it('end in the middle of an event', async () => {
    const { text, broken } = await told({ type: 'truncate' });
    expect(broken).toBe(false);
    expect(text).toMatch(/^\{"type":"ADDED"/);
    expect(() => JSON.parse(text)).toThrow(/JSON/);
  });

  it('say what is no JSON', async () => {
    const { text } = await told({ type: 'malformed' });
    expect(text).toMatch(/^<html>/);
  });

  it('slip an object without metadata in', async () => {
    cluster.faults.add({
      match: { verb: 'watch' },
      fault: { type: 'withoutMetadata' },
      times: 1,
    });
    const watch = await openWatch(
      cluster.url,
      `${NAMESPACES}?watch=1&timeoutSeconds=1`,
      TOKEN,
    );
    await watch.ended;
    expect(watch.events[0]).toEqual({ type: 'ADDED', object: { spec: {} } });
    expect(watch.events.length).toBeGreaterThan(1);
  });

  it('let events drip', async () => {
    cluster.faults.add({
      match: { verb: 'watch' },
      fault: { type: 'drip', bytesPerSecond: 200_000 },
      times: 1,
    });
    const watch = await openWatch(
      cluster.url,
      `${NAMESPACES}?watch=1&timeoutSeconds=1`,
      TOKEN,
    );
    await watch.ended;
    const all = await openWatch(
      cluster.url,
      `${NAMESPACES}?watch=1&timeoutSeconds=1`,
      TOKEN,
    );
    await all.ended;
    expect(watch.events).toEqual(all.events);
  });

  it('leave the server as it was', async () => {
    await told({ type: 'reset' });
    const { status } = await send(cluster.url, {
      path: NAMESPACES,
      token: TOKEN,
    });
    expect(status).toBe(200);
  });
});
