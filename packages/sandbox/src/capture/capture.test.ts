import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKubeconfig } from '../__testUtils__/kubeconfig';
import { planted } from '../__testUtils__/planted';
import { NUMERIC_PASSWORD } from '../__testUtils__/plantedAddOns';
import { recordingProxy } from '../__testUtils__/recordingProxy';
import { send } from '../__testUtils__/request';
import { settled } from '../__testUtils__/settled';
import { ClusterSnapshot } from '../cluster/ClusterSnapshot';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { apiVersionOf } from '../kinds/KindDefinition';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { captureCluster } from './captureCluster';
import { CaptureIndex } from './CaptureIndex';
import { keepShape } from './keepShape';
import { givenNames } from './Naming';
import { readCapture } from './readCapture';
import { object } from './shapes/common';
import { shapeOf } from './shapes/kindShapes';

// Loading the Kubernetes client takes its time.
jest.setTimeout(60_000);

describe('captureCluster', () => {
  const { objects, secrets } = planted();
  let base: string;
  let sandbox: Sandbox;
  let cluster: SandboxCluster;
  let proxy: Awaited<ReturnType<typeof recordingProxy>>;
  let kubeconfig: string;
  let context: string;
  let folder: string;
  let index: CaptureIndex;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'capture-'));
    kubeconfig = join(base, 'config');
    folder = join(base, 'out');
    // A copy in which nothing moves, so that two readings can be compared.
    sandbox = await startSandbox({
      clusters: [
        { name: 'copy', snapshot: await settledWorld(base), idle: true },
      ],
    });
    cluster = sandbox.cluster();
    cluster.load(objects);
    proxy = await recordingProxy(cluster.url);
    context = await writeKubeconfig(kubeconfig, proxy.url);
    index = await captureCluster({ context, kubeconfig, folder });
  });
  afterAll(async () => {
    proxy.close();
    await sandbox.close();
    await rm(base, { recursive: true });
  });

  const bytesOf = async (of: string) => {
    const files = await readdir(of);
    return Promise.all(files.map(file => readFile(join(of, file), 'latin1')));
  };

  it('only gets, and never Secrets or whole ConfigMaps', () => {
    expect(new Set(proxy.requests.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
    const paths = proxy.requests.map(({ path }) => path ?? '');
    expect(paths.filter(path => /\/secrets(?![a-z-])/.test(path))).toEqual([]);
    expect(paths.filter(path => path.includes('watch='))).toEqual([]);
    const configMaps = proxy.requests.filter(({ path }) =>
      path?.includes('/configmaps'),
    );
    expect(configMaps).toHaveLength(1);
    expect(configMaps[0].accept).toContain('as=PartialObjectMetadataList');
  });

  it('leaves no secret in the folder, in no encoding', async () => {
    const files = (await bytesOf(folder)).join('\n');
    const found = [...secrets].filter(([secret]) =>
      encodings(secret).some(text => files.includes(text)),
    );
    expect(found.map(([, place]) => place)).toEqual([]);
    expect(secrets.size).toBeGreaterThan(900);
    expect(files.includes(NUMERIC_PASSWORD)).toBe(false);
    expect(files).toMatch(/"messageCount": ?"50"/);
  });

  it('keeps what explains a cluster', async () => {
    const { items } = JSON.parse(
      await readFile(join(folder, 'pods.json'), 'utf8'),
    );
    const pod = objectsIn(items).find(
      item => valueAt(item, 'metadata.name') === 'pod',
    );
    expect(pod).toMatchObject({
      spec: {
        containers: [
          {
            image: 'contoso.azurecr.example/shop:1',
            env: [
              { name: 'PASSWORD' },
              {
                name: 'REFERENCE',
                valueFrom: {
                  secretKeyRef: { name: 'credentials', key: 'password' },
                },
              },
            ],
            livenessProbe: { exec: {}, httpGet: { path: '/health', port: 80 } },
          },
        ],
        imagePullSecrets: [{ name: 'registry' }],
      },
      status: {
        conditions: [{ type: 'Ready', status: 'False', reason: 'Failed' }],
        containerStatuses: [{ lastState: { terminated: { exitCode: 1 } } }],
      },
    });
  });

  it('says what it read, what not and what it left out', () => {
    expect(index).toMatchObject({
      format: 1,
      namesHashed: false,
      serverVersion: { gitVersion: expect.stringMatching(/^v1\./) },
    });
    expect(index.leftOut[0]).toBe('Secrets: never requested');
    const kind = (plural: string) =>
      index.kinds.find(captured => captured.plural === plural);
    expect(kind('pods')?.content).toBe('known fields');
    expect(kind('configmaps')?.content).toBe('metadata');
    expect(kind('vaults')?.content).toBe('metadata');
    const addOns = [
      ...['certificates', 'clusterissuers', 'issuers', 'challenges', 'orders'],
      ...['scaledobjects', 'scaledjobs', 'triggerauthentications'],
      ...['verticalpodautoscalers', 'dnsendpoints', 'grpcroutes'],
      ...['secretproviderclasses', 'nginxingresscontrollers'],
      ...['nodepools', 'aksnodeclasses'],
    ];
    expect(
      addOns.map(plural => [
        plural,
        kind(plural)?.objects,
        kind(plural)?.content,
      ]),
    ).toEqual(addOns.map(plural => [plural, 1, 'known fields']));
    expect(index.notRead.map(({ plural, reason }) => [plural, reason])).toEqual(
      [
        ['secrets', 'never read'],
        ['events', 'the same as events'],
      ],
    );
  });

  it('is replayed to the same lists', async () => {
    const replayed = await startSandbox({
      clusters: [
        { name: 'replay', snapshot: await readCapture(folder), idle: true },
      ],
    });
    const { url } = replayed.cluster();
    for (const kind of index.kinds) {
      const root = kind.group ? 'apis' : 'api';
      const path = `/${root}/${apiVersionOf(kind)}/${kind.plural}`;
      const token = 'sandbox-admin';
      const original = await send(cluster.url, { path, token });
      const again = await send(url, { path, token });
      const shape = shapeOf(kind) ?? object({});
      const expected = objectsIn(original.body.items).map(item =>
        keepShape(item, shape, givenNames),
      );
      const actual = objectsIn(again.body.items).map(item =>
        keepShape(item, shape, givenNames),
      );
      expect({ path, items: actual }).toEqual({ path, items: expected });
      expect(again.body.items).toHaveLength(kind.objects);
    }
    const secretsAgain = await send(url, {
      path: '/api/v1/secrets',
      token: 'sandbox-admin',
    });
    expect(secretsAgain.status).toBe(403);
    await replayed.close();
  });

  it('goes on without kinds that are forbidden or fail', async () => {
    cluster.faults.add({
      match: { resource: 'services' },
      fault: { type: 'status', code: 500 },
    });
    cluster.faults.add({
      match: { resource: 'ingresses' },
      fault: { type: 'truncate' },
    });
    const config = join(base, 'reader');
    await writeKubeconfig(config, cluster.url, { token: 'sandbox-reader' });
    const out = join(base, 'partial');
    const partial = await captureCluster({
      context,
      kubeconfig: config,
      folder: out,
    });
    await cluster.faults.clear();
    const reasons = Object.fromEntries(
      partial.notRead.map(({ plural, status, reason }) => [
        plural,
        [status, reason],
      ]),
    );
    expect(reasons).toMatchObject({
      roles: [403, 'forbidden'],
      services: [500, 'the server failed'],
      ingresses: [200, 'the server failed'],
    });
    const files = await readdir(out);
    expect(files).toContain('pods.json');
    expect(files).not.toContain('services.json');
  });

  it.each([
    [{ exec: { command: 'aws' } }, /signs in by running a command/],
    [{ 'auth-provider': { name: 'gcp' } }, /signs in by running a command/],
    [{}, /neither a token nor a client certificate/],
  ])('does not sign in with %j', async (user, message) => {
    const config = join(base, 'user');
    await writeKubeconfig(config, cluster.url, user);
    await expect(
      captureCluster({
        context,
        kubeconfig: config,
        folder: join(base, 'never'),
      }),
    ).rejects.toThrow(message);
  });

  it.each([
    ['other', () => kubeconfig, /no context "other".*it has "captured"/],
    ['captured', () => join(base, 'absent'), /cannot be read as a kubeconfig/],
    ['captured', () => kubeconfig, /is not empty/],
  ])('explains context %s', async (name, file, message) => {
    await expect(
      captureCluster({ context: name, kubeconfig: file(), folder }),
    ).rejects.toThrow(message);
  });
});

// A world with its pods placed, without Secrets.
async function settledWorld(base: string): Promise<ClusterSnapshot> {
  const live = await startSandbox({ world: 'healthy' });
  const { url } = live.cluster();
  await settled(live.cluster());
  const kubeconfig = join(base, 'live');
  const context = await writeKubeconfig(kubeconfig, url);
  const folder = join(base, 'world');
  await captureCluster({ context, kubeconfig, folder });
  await live.close();
  const { lists } = await readCapture(folder);
  return { lists };
}

// A text as it is, as URLs and JSON write it, and as base64 has it, wherever
// in a longer text it begins.
function encodings(text: string): string[] {
  const shifted = [0, 1, 2].map(offset => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    return bytes.toString('base64').slice(offset === 0 ? 0 : offset + 1, -5);
  });
  return [
    text,
    encodeURIComponent(text),
    encodeURI(text),
    Buffer.from(text).toString('hex'),
    ...shifted,
    ...shifted.map(part => part.replace(/\+/g, '-').replace(/\//g, '_')),
  ];
}
