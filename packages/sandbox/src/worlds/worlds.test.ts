import { eventually } from '../__testUtils__/request';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { WorldName } from './readWorld';

const WORKLOADS = [
  'app-routing-system/nginx',
  'identity/login',
  'marketing/newsletter',
  'payments/payments-api',
  'shop/catalog-api',
  'shop/checkout',
  'shop/shop-front',
];

describe('worlds', () => {
  let sandbox: Sandbox | undefined;
  afterEach(() => sandbox?.close());

  async function settled(world: WorldName): Promise<SandboxCluster> {
    sandbox = await startSandbox({ world });
    const cluster = sandbox.cluster('contoso-prod-weu');
    await eventually(() =>
      cluster.objects
        .list('Deployment')
        .every(
          object =>
            valueAt(object, 'status.availableReplicas') ===
            valueAt(object, 'spec.replicas'),
        ),
    );
    await eventually(() =>
      valueAt(
        cluster.objects.get('Ingress', 'shop', 'shop-front'),
        'status.loadBalancer.ingress',
      ),
    );
    return cluster;
  }

  const addressOf = (
    cluster: SandboxCluster,
    namespace: string,
    name: string,
  ) =>
    valueAt(
      cluster.objects.get('Ingress', namespace, name),
      'status.loadBalancer.ingress',
    );
  const portsOf = (cluster: SandboxCluster, service: string) =>
    cluster.objects
      .list('EndpointSlice')
      .filter(
        ({ metadata }) =>
          metadata.labels?.['kubernetes.io/service-name'] === service,
      )
      .flatMap(slice => objectsIn(slice.ports));

  it('healthy: everything runs and is reached', async () => {
    const cluster = await settled('healthy');
    const deployments = cluster.objects
      .list('Deployment')
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(deployments).toEqual(WORKLOADS);
    for (const { metadata } of cluster.objects.list('Ingress')) {
      const { namespace = '', name } = metadata;
      await eventually(() => addressOf(cluster, namespace, name));
      expect(addressOf(cluster, namespace, name)).toEqual([
        { ip: '20.61.7.10' },
      ]);
      expect(portsOf(cluster, name)).toMatchObject([{ name: 'http' }]);
    }
    expect(cluster.objects.list('Secret')).toEqual([]);
  });

  it('healthy: namespaces have owners', async () => {
    const cluster = await settled('healthy');
    const owners = cluster.objects
      .list('Namespace')
      .map(({ metadata }) => [
        metadata.name,
        metadata.labels?.['backstage-aks.io/owner'],
      ])
      .filter(([, owner]) => owner);
    expect(Object.fromEntries(owners)).toEqual({
      identity: 'platform',
      marketing: 'marketing',
      payments: 'payments',
      shop: 'storefront',
    });
  });

  it('demo: a port by an unknown name and a class that does not exist', async () => {
    const cluster = await settled('demo');
    await eventually(() => addressOf(cluster, 'shop', 'checkout'));
    expect(portsOf(cluster, 'checkout')).toEqual([]);
    expect(portsOf(cluster, 'shop-front')).toHaveLength(1);
    expect(addressOf(cluster, 'marketing', 'newsletter')).toBeUndefined();
  });

  it('are new clusters each time', async () => {
    const identity = async () => {
      const one = await startSandbox();
      const system = one
        .cluster()
        .objects.get('Namespace', undefined, 'kube-system');
      await one.close();
      return system?.metadata.uid;
    };
    expect(await identity()).not.toBe(await identity());
  });
});
