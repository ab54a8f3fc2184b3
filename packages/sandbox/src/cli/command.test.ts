import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, send } from '../__testUtils__/request';

const COMMAND = join(__dirname, '../../bin/sandbox');

interface Run {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function run(...parameters: string[]): Run {
  const child = spawn(process.execPath, [COMMAND, ...parameters]);
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return {
    process: child,
    output: () => text,
    ended: once(child, 'close').then(([code]) => code),
  };
}

describe('the sandbox command', () => {
  let served: Run;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    served = run('serve', '--port', '0', '--world', 'healthy');
    url = await eventually(
      () => /at (http:\S+),/.exec(served.output())?.[1],
      30_000,
    );
  });
  afterAll(async () => {
    served.process.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  it('prints a line for each cluster', async () => {
    await eventually(() => served.output().split('\n').length === 4, 30_000);
    expect(served.output()).toMatch(
      /^cluster contoso-prod-weu at http:\/\/127\.0\.0\.1:\d+, token sandbox-reader \(read\) or sandbox-admin \(everything\)\ncluster contoso-prod-neu at .*\ncluster contoso-staging-weu at .*\n$/,
    );
  });

  it('lists, applies and resets scenarios', async () => {
    const scenario = async (...parameters: string[]) => {
      const child = run('scenario', ...parameters, '--url', url);
      return { code: await child.ended, output: child.output() };
    };
    expect(await scenario('apply', 'service-deleted')).toMatchObject({
      code: 0,
      output: expect.stringContaining('delete Service payments/payments-api'),
    });
    expect((await scenario('list')).output).toMatch(/^\* service-deleted /m);
    expect((await scenario('reset')).output).toBe(
      'reset service-deleted on contoso-prod-weu\n',
    );
    expect((await scenario('reset')).output).toBe('no scenario is applied\n');
    expect(await scenario('apply', 'nothing')).toMatchObject({
      code: 1,
      output: expect.stringContaining('there is no scenario nothing; choose'),
    });
  });

  it('loads files into a running cluster', async () => {
    const path = await file(
      'two.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: one }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: two }\n',
    );
    const load = run('load', path, '--url', url);
    expect(await load.ended).toBe(0);
    expect(load.output()).toBe(`loaded 2 of 2 objects into ${url}\n`);
    const { status } = await send(url, {
      path: '/api/v1/namespaces/default/configmaps/two',
      token: 'sandbox-reader',
    });
    expect(status).toBe(200);
  });

  it('says what a cluster refused, and where it stands', async () => {
    const path = await file(
      'bad.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: fine }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: Bad }\n',
    );
    const load = run('load', path, '--url', url);
    expect(await load.ended).toBe(1);
    expect(load.output()).toContain(
      `${path}, document 2: ConfigMap Bad: ConfigMap "Bad" is invalid: metadata.name: Invalid value`,
    );
  });

  it('says what it cannot read', async () => {
    const broken = await file('broken.yaml', 'a: 1\n---\nb: [');
    const load = run('load', broken, '--url', url);
    expect(await load.ended).toBe(1);
    expect(load.output()).toContain(`${broken}: document 2: `);
  });

  it.each([
    [['load', COMMAND, '--url', 'http://127.0.0.1:1'], /document 1/],
    [['serve', '--port', 'x'], /--port x: give a number from 0 to 65535/],
    [['serve', '--world', 'x'], /there is no such world; choose healthy/],
  ])('explains %s', async (parameters, message) => {
    const failed = run(...parameters);
    expect(await failed.ended).toBe(1);
    expect(failed.output()).toMatch(message);
  });

  it('says where no sandbox answers', async () => {
    const path = await file('any.yaml', 'apiVersion: v1\nkind: ConfigMap\n');
    const load = run('load', path, '--url', 'http://127.0.0.1:1');
    expect(await load.ended).toBe(1);
    expect(load.output()).toContain('no sandbox answers at http://127.0.0.1:1');
  });

  it('explains a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const failed = run('serve', '--port', String(port));
    expect(await failed.ended).toBe(1);
    expect(failed.output()).toContain(`port ${port} is taken`);
    taken.close();
  });

  it('ends on SIGTERM', async () => {
    served.process.kill('SIGTERM');
    expect(await served.ended).toBe(0);
  });
});
