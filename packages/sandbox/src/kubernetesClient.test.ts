import {
  AppsV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  makeInformer,
  PatchStrategy,
  V1Pod,
  Watch,
} from '@kubernetes/client-node';
import { eventually } from './__testUtils__/request';
import { SandboxCluster } from './cluster/SandboxCluster';
import { Sandbox, startSandbox } from './startSandbox';

/** The client that the portal and most tools of its kind use. */
describe('@kubernetes/client-node', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;
  let config: KubeConfig;

  beforeAll(async () => {
    sandbox = await startSandbox({ world: 'healthy' });
    cluster = sandbox.cluster();
    config = new KubeConfig();
    config.loadFromOptions({
      clusters: [{ name: 'sandbox', server: cluster.url, skipTLSVerify: true }],
      users: [{ name: 'admin', token: cluster.tokens.admin }],
      contexts: [{ name: 'c', cluster: 'sandbox', user: 'admin' }],
      currentContext: 'c',
    });
  });
  afterAll(() => sandbox.close());

  it('lists objects by their types', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const { items } = await core.listNamespacedService({ namespace: 'shop' });
    expect(items.map(({ metadata }) => metadata?.name)).toEqual([
      'cart-store',
      'catalog-api',
      'checkout',
      'search',
      'shop-front',
    ]);
    expect(items[0].metadata?.creationTimestamp).toBeInstanceOf(Date);
    expect(items[1].spec?.ports?.[0]).toMatchObject({
      port: 80,
      targetPort: 'http',
    });
  });

  it('pages through a list', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const names: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await core.listNamespace({ limit: 2, _continue: token });
      names.push(...page.items.map(({ metadata }) => metadata?.name));
      token = page.metadata?._continue;
    } while (token);
    const all = await core.listNamespace();
    expect(names).toEqual(all.items.map(({ metadata }) => metadata?.name));
  });

  it('reads what was refused', async () => {
    const core = config.makeApiClient(CoreV1Api);
    await expect(
      core.readNamespacedPod({ namespace: 'shop', name: 'nope' }),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('follows pods with its informer', async () => {
    const apps = config.makeApiClient(AppsV1Api);
    const core = config.makeApiClient(CoreV1Api);
    const seen: string[] = [];
    const informer = makeInformer<V1Pod>(
      config,
      '/api/v1/namespaces/delivery/pods',
      () => core.listNamespacedPod({ namespace: 'delivery' }),
    );
    informer.on('add', ({ metadata }) => seen.push(`+${metadata?.name}`));
    informer.on('delete', ({ metadata }) => seen.push(`-${metadata?.name}`));
    await informer.start();
    const before = await eventually(() => seen.length === 2 && [...seen]);
    await apps.patchNamespacedDeploymentScale({
      namespace: 'delivery',
      name: 'delivery-tracker',
      body: [{ op: 'replace', path: '/spec/replicas', value: 3 }],
    });
    await eventually(() => seen.length === before.length + 1);
    await apps.patchNamespacedDeploymentScale({
      namespace: 'delivery',
      name: 'delivery-tracker',
      body: [{ op: 'replace', path: '/spec/replicas', value: 0 }],
    });
    const gone = () => seen.filter(entry => entry.startsWith('-'));
    await eventually(() => gone().length === 3);
    await informer.stop();
    expect(gone().map(entry => entry.slice(1))).toEqual(
      expect.arrayContaining(before.map(entry => entry.slice(1))),
    );
  });

  it('gets bookmarks in its watch', async () => {
    const versions: string[] = [];
    const request = await new Watch(config).watch(
      '/api/v1/services',
      { allowWatchBookmarks: true, resourceVersion: String(cluster.revision) },
      (phase, object) => {
        if (phase === 'BOOKMARK') {
          versions.push(object.metadata.resourceVersion);
        }
      },
      () => undefined,
    );
    await eventually(() => {
      cluster.clock.advance(60_000);
      return versions.length > 0;
    });
    request.abort();
    expect(Number(versions[0])).toBeGreaterThan(0);
  });

  it('applies on the server', async () => {
    const client = KubernetesObjectApi.makeApiClient(config);
    const object: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'applied', namespace: 'shop', labels: { k: '1' } },
    };
    const applied = await client.patch(
      object,
      undefined,
      undefined,
      'portal',
      true,
      PatchStrategy.ServerSideApply,
    );
    expect(applied.metadata?.managedFields?.[0]).toMatchObject({
      manager: 'portal',
      operation: 'Apply',
    });
  });
});
