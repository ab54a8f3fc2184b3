import { eventually, send } from '../__testUtils__/request';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { generateCluster } from './generateCluster';

describe('generateCluster', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    const snapshot = generateCluster({ services: 60, pods: 250 });
    sandbox = await startSandbox({ clusters: [{ name: 'large', snapshot }] });
  });
  afterEach(() => sandbox.close());

  const list = async (path: string) => {
    const { body } = await send(sandbox.cluster().url, {
      path,
      token: 'sandbox-reader',
    });
    return objectsIn(body.items);
  };

  it('has as many objects as asked for, under different names', async () => {
    const counts = {
      '/api/v1/pods': 250,
      '/api/v1/services': 60,
      '/apis/apps/v1/deployments': 60,
      '/apis/apps/v1/replicasets': 60,
      '/apis/discovery.k8s.io/v1/endpointslices': 60,
      '/apis/networking.k8s.io/v1/ingresses': 60,
      '/api/v1/nodes': 3,
    };
    for (const [path, count] of Object.entries(counts)) {
      const items = await list(path);
      const uids = new Set(items.map(item => valueAt(item, 'metadata.uid')));
      expect([path, items.length, uids.size]).toEqual([path, count, count]);
    }
  });

  it('is settled: controllers that look at it change nothing', async () => {
    const { objects, clock, defects } = sandbox.cluster();
    const [first, second] = objects.list('Deployment');
    // Each controller looks when something of its own changes.
    objects.update(
      'Deployment',
      first.metadata.namespace,
      first.metadata.name,
      current => ({
        ...current,
        metadata: { ...current.metadata, annotations: { touched: 'yes' } },
      }),
    );
    const before = objects.list('Pod');
    clock.advance(60_000);
    expect(objects.list('Pod')).toEqual(before);
    expect(
      objects.get(
        'Deployment',
        second.metadata.namespace,
        second.metadata.name,
      ),
    ).toEqual(second);
    expect(defects).toEqual([]);
  });

  it('is alive: a Deployment can be scaled', async () => {
    const { objects } = sandbox.cluster();
    const [{ metadata }] = objects.list('Deployment');
    const before = objects.list('Pod').length;
    const replicas = Number(
      valueAt(objects.list('Deployment')[0], 'spec.replicas'),
    );
    objects.update(
      'Deployment',
      metadata.namespace,
      metadata.name,
      current => ({
        ...current,
        spec: { ...(current.spec as object), replicas: replicas + 2 },
      }),
    );
    await eventually(() => {
      const status = valueAt(
        objects.get('Deployment', metadata.namespace, metadata.name),
        'status.readyReplicas',
      );
      return status === replicas + 2;
    });
    expect(objects.list('Pod')).toHaveLength(before + 2);
  });

  it('says what it took to answer', async () => {
    const { url } = sandbox.cluster();
    const { headers } = await send(url, {
      path: '/api/v1/pods',
      token: 'sandbox-reader',
    });
    expect(headers.get('server-timing')).toMatch(/^app;dur=\d+\.\d\d$/);
    const { body } = await send(url, {
      path: '/sandbox/v1/timings',
      token: 'sandbox-admin',
    });
    expect(valueAt(body, 'verbs.list.requests')).toBe(1);
    expect(valueAt(body, 'verbs.list.milliseconds')).toBeGreaterThan(0);
  });
});
