import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './__testUtils__/request';
import { selfSigned } from './__testUtils__/selfSigned';
import { Sandbox, startSandbox } from './startSandbox';

const MANIFEST = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }] },
    },
  },
};

/** Whether a kubectl of 1.30 or later is there; says so where it is not. */
function hasKubectl(): boolean {
  try {
    const text = execFileSync(
      'kubectl',
      ['version', '--client', '-o', 'json'],
      {
        encoding: 'utf8',
      },
    );
    if (parseInt(JSON.parse(text).clientVersion.minor, 10) >= 30) {
      return true;
    }
  } catch {
    // Said below.
  }
  process.stdout.write('skipped: no kubectl of 1.30 or later is installed\n');
  return false;
}

const describeKubectl = hasKubectl() ? describe : describe.skip;

describeKubectl('kubectl', () => {
  let sandbox: Sandbox;
  let folder: string;

  beforeAll(async () => {
    const { key, cert } = selfSigned();
    sandbox = await startSandbox({
      clusters: [{ name: 'controlled', tls: { key, cert } }],
    });
    folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
    const { url, tokens } = sandbox.cluster();
    await writeFile(
      join(folder, 'config'),
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name: 'c',
            cluster: {
              server: url,
              'certificate-authority-data':
                Buffer.from(cert).toString('base64'),
            },
          },
        ],
        users: [{ name: 'u', user: { token: tokens.admin } }],
        contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'c',
      }),
    );
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  async function kubectl(...parameters: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('kubectl', parameters, {
      env: environment(),
    });
    return stdout.trim();
  }

  function environment() {
    return {
      ...process.env,
      KUBECONFIG: join(folder, 'config'),
      HOME: folder,
    };
  }

  async function manifest(image: string): Promise<string> {
    const path = join(folder, 'web.json');
    const text = JSON.stringify(MANIFEST).replace('web:1', image);
    await writeFile(path, text);
    return path;
  }

  it('applies, compares and applies again', async () => {
    const path = await manifest('web:1');
    expect(await kubectl('apply', '-f', path)).toBe(
      'deployment.apps/web created',
    );
    expect(await kubectl('apply', '-f', path)).toBe(
      'deployment.apps/web unchanged',
    );
    const changed = await manifest('web:2');
    // It ends with 1 where something differs.
    await expect(kubectl('diff', '-f', changed)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('+      - image: web:2'),
    });
    expect(await kubectl('apply', '-f', changed)).toBe(
      'deployment.apps/web configured',
    );
    expect(
      await kubectl(
        'apply',
        '--server-side',
        '--force-conflicts',
        '-f',
        changed,
      ),
    ).toBe('deployment.apps/web serverside-applied');
  });

  it('waits, scales and follows a rollout', async () => {
    await kubectl('scale', 'deploy/web', '--replicas=3');
    expect(await kubectl('rollout', 'status', 'deploy/web')).toContain(
      'successfully rolled out',
    );
    expect(
      await kubectl(
        'wait',
        '--for=condition=Available',
        'deploy/web',
        '--timeout=20s',
      ),
    ).toBe('deployment.apps/web condition met');
    await kubectl('rollout', 'restart', 'deploy/web');
    expect(await kubectl('rollout', 'status', 'deploy/web')).toContain(
      'successfully rolled out',
    );
  });

  it('prints tables and describes', async () => {
    expect(await kubectl('get', 'deploy', 'web')).toMatch(
      /^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +3\/3 +3 +3 +\d+s$/,
    );
    const nodes = await kubectl('get', 'nodes', '--no-headers');
    expect(nodes.split('\n')).toHaveLength(3);
    expect(await kubectl('describe', 'deploy', 'web')).toContain(
      '3 desired | 3 updated | 3 total | 3 available | 0 unavailable',
    );
    expect(await kubectl('get', 'events')).toContain('ScalingReplicaSet');
    expect(await kubectl('explain', 'deploy.spec.replicas')).toContain(
      'FIELD: replicas <integer>',
    );
  });

  it('runs and exposes', async () => {
    expect(await kubectl('run', 'alone', '--image=a:1')).toBe(
      'pod/alone created',
    );
    expect(await kubectl('expose', 'deploy/web', '--port=80')).toBe(
      'service/web exposed',
    );
  });

  it('changes objects and goes back', async () => {
    await kubectl('label', 'deploy/web', 'team=shop');
    await kubectl('annotate', 'deploy/web', 'note=x');
    expect(
      await kubectl('get', 'deploy', '-l', 'team=shop', '-o', 'name'),
    ).toBe('deployment.apps/web');
    expect(await kubectl('set', 'image', 'deploy/web', 'web=web:3')).toBe(
      'deployment.apps/web image updated',
    );
    expect(await kubectl('rollout', 'history', 'deploy/web')).toMatch(
      /REVISION +CHANGE-CAUSE/,
    );
    expect(await kubectl('rollout', 'undo', 'deploy/web')).toBe(
      'deployment.apps/web rolled back',
    );
    expect(await kubectl('get', 'deploy/web', '-o', 'jsonpath={..image}')).toBe(
      'web:2',
    );
  });

  it('says what there is and what happened', async () => {
    expect(await kubectl('api-resources', '--api-group=apps')).toContain(
      'deployments',
    );
    expect(await kubectl('events', '--for', 'deploy/web')).toContain(
      'ScalingReplicaSet',
    );
  });

  it('follows changes', async () => {
    const following = spawn(
      'kubectl',
      ['get', 'services', '-w', '-o', 'name'],
      { env: environment() },
    );
    let seen = '';
    following.stdout.on('data', chunk => {
      seen += chunk;
    });
    try {
      await eventually(() => seen.includes('service/web'));
      await kubectl('expose', 'deploy/web', '--port=81', '--name=followed');
      await eventually(() => seen.includes('service/followed'));
    } finally {
      following.kill();
    }
    expect(seen).toContain('service/followed');
  });

  it('deletes', async () => {
    expect(await kubectl('delete', 'deploy', 'web')).toContain(
      'deployment.apps "web" deleted',
    );
    await kubectl('delete', 'pod,job,cronjob', '--all');
    expect(
      await kubectl('wait', '--for=delete', 'pod', '-l', 'app=web'),
    ).toBeDefined();
    expect(await kubectl('get', 'pods', '-o', 'name')).toBe('');
  });
});
