import { ContractClient } from '../__testUtils__/contract/ContractClient';
import { RandomRun } from '../__testUtils__/contract/RandomRun';
import { valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';

describe('a compacted store', () => {
  let sandbox: Sandbox;
  let run: RandomRun;
  let points: { selection: RandomRun['selections'][0]; version: number }[];
  let next: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { url, tokens } = sandbox.cluster();
    run = new RandomRun(new ContractClient({ url, token: tokens.admin }), 4);
    await run.run();
    points = run.points(4);
    ({ next } = await run.list(run.selections[0], 'limit=1'));
    // It forgets up to the last write, which is still there.
    sandbox.cluster().objects.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'last', namespace: run.namespace.name },
    });
    sandbox.cluster().compact();
  });
  afterAll(async () => {
    await run.end();
    await run.client.close();
    await sandbox.close();
  });

  it('lets no watch begin at an earlier point', async () => {
    for (const { selection, version } of points) {
      const watch = await run.watch(selection, `resourceVersion=${version}`);
      await watch.until(() => false);
      expect(watch.status).toBe(200);
      expect(watch.events).toMatchObject([
        { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
      ]);
    }
  });

  it('shows no earlier state', async () => {
    for (const { selection, version } of points) {
      expect((await run.listAt(selection, version)).status).toBe(410);
    }
  });

  it('lets a list in pages go on with what is there now', async () => {
    const [{ path }] = run.selections;
    const page = (token: string) =>
      run.client.get(`${path}?limit=500&continue=${encodeURIComponent(token)}`);
    const expired = await page(next);
    expect(expired.status).toBe(410);
    const rest = await page(String(valueAt(expired.body, 'metadata.continue')));
    expect(rest.text).toContain('"name":"last"');
  });
});
