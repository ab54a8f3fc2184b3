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

  // kubectl sends what it makes itself in binary form.
  it.each([
    ['deployment made --image=m:1 --replicas=0', 'deployment.apps/made'],
    ['configmap made --from-literal=a=1', 'configmap/made'],
    ['secret generic made --from-literal=a=1', 'secret/made'],
    ['namespace made', 'namespace/made'],
    ['service clusterip made --tcp=80:8080', 'service/made'],
    ['job made --image=m:1', 'job.batch/made'],
    ['cronjob made --image=m:1 --schedule=@hourly', 'cronjob.batch/made'],
    [
      'ingress made --rule=m.example.com/*=made:80',
      'ingress.networking.k8s.io/made',
    ],
    ['quota made --hard=pods=100', 'resourcequota/made'],
    [
      'role made --verb=get --resource=pods',
      'role.rbac.authorization.k8s.io/made',
    ],
    [
      'rolebinding made --role=made --user=jane',
      'rolebinding.rbac.authorization.k8s.io/made',
    ],
    [
      'clusterrole made --verb=get --resource=pods',
      'clusterrole.rbac.authorization.k8s.io/made',
    ],
    ['serviceaccount made', 'serviceaccount/made'],
    [
      'pdb made --selector=app=m --min-available=1',
      'poddisruptionbudget.policy/made',
    ],
    ['priorityclass made --value=10', 'priorityclass.scheduling.k8s.io/made'],
  ])('creates: %s', async (what, name) => {
    expect(await kubectl('create', ...what.split(' '))).toBe(`${name} created`);
  });

  it('sends what was asked for', async () => {
    const read = (kind: string, path: string) =>
      kubectl('get', kind, 'made', '-o', `jsonpath={${path}}`);
    expect(await read('deployment', '.spec.replicas')).toBe('0');
    expect(
      await read('deployment', '.spec.template.spec.containers'),
    ).toContain('"image":"m:1"');
    expect(await read('secret', '.data.a')).toBe('MQ==');
    expect(await read('service', '.spec.ports[0].targetPort')).toBe('8080');
    expect(await read('quota', '.spec.hard.pods')).toBe('100');
    expect(await read('pdb', '.spec.minAvailable')).toBe('1');
  });

  it('runs, exposes and autoscales', async () => {
    expect(await kubectl('run', 'alone', '--image=a:1')).toBe(
      'pod/alone created',
    );
    expect(await kubectl('expose', 'deploy/web', '--port=80')).toBe(
      'service/web exposed',
    );
    expect(
      await kubectl('autoscale', 'deploy/web', '--max=4', '--cpu-percent=50'),
    ).toBe('horizontalpodautoscaler.autoscaling/web autoscaled');
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

  it('empties a node', async () => {
    const [node] = (await kubectl('get', 'nodes', '-o', 'name')).split('\n');
    const drained = await kubectl(
      'drain',
      node,
      '--ignore-daemonsets',
      '--force',
      '--grace-period=1',
    );
    expect(drained).toContain('drained');
    expect(await kubectl('get', node, '--no-headers')).toContain(
      'SchedulingDisabled',
    );
    expect(await kubectl('uncordon', node)).toBe(`${node} uncordoned`);
  });

  it('says what there is and who may do what', async () => {
    expect(await kubectl('api-resources', '--api-group=apps')).toContain(
      'deployments',
    );
    expect(await kubectl('auth', 'can-i', 'delete', 'pods')).toBe('yes');
    expect(await kubectl('auth', 'whoami')).toContain('sandbox-admin');
    expect(await kubectl('events', '--for', 'deploy/web')).toContain(
      'ScalingReplicaSet',
    );
  });

  it('follows changes', async () => {
    const following = spawn(
      'kubectl',
      ['get', 'configmaps', '-w', '-o', 'name'],
      { env: environment() },
    );
    let seen = '';
    following.stdout.on('data', chunk => {
      seen += chunk;
    });
    try {
      await eventually(() => seen.includes('configmap/made'));
      await kubectl('create', 'configmap', 'followed');
      await eventually(() => seen.includes('configmap/followed'));
    } finally {
      following.kill();
    }
    expect(seen).toContain('configmap/followed');
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
