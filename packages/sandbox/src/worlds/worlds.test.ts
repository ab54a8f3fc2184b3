import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../__testUtils__/request';
import { objectsFromYaml } from '../cluster/objectsFromYaml';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';
import { WorldName } from './readWorld';

const SERVICES = [
  'Deployment delivery/delivery-tracker',
  'Deployment identity/login',
  'Deployment marketing/newsletter',
  'Deployment observability/metrics-gateway',
  'Deployment payments/fraud-check',
  'Deployment payments/payments-api',
  'Deployment shop/catalog-api',
  'Deployment shop/checkout',
  'Deployment shop/shop-front',
  'StatefulSet identity/session-store',
  'StatefulSet payments/ledger',
  'StatefulSet shop/cart-store',
  'StatefulSet shop/search',
  'DaemonSet observability/log-shipper',
  'DaemonSet observability/node-metrics',
  'Job marketing/campaign-import',
  'Job shop/catalog-reindex',
  'CronJob marketing/newsletter-sender',
  'CronJob payments/settlement',
  'CronJob shop/catalog-import',
];

/** The services of a cluster: `Kind namespace/name`. */
function servicesOf({ objects }: SandboxCluster): string[] {
  return ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'].flatMap(
    kind =>
      objects
        .list(kind)
        .filter(
          ({ metadata }) =>
            metadata.labels?.['backstage.io/kubernetes-id'] === metadata.name &&
            !metadata.ownerReferences,
        )
        .map(
          ({ metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`,
        ),
  );
}

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
              valueAt(object, 'spec.replicas') ||
            object.metadata.name === 'delivery-tracker',
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

  it('healthy: no claim waits, autoscalers and budgets have looked', async () => {
    const { objects } = await settled('healthy');
    await eventually(() =>
      objects
        .list('PersistentVolumeClaim')
        .every(claim => valueAt(claim, 'status.phase') === 'Bound'),
    );
    expect(objects.list('PersistentVolumeClaim').length).toBeGreaterThan(3);
    const conditionsOf = (kind: string) =>
      objects
        .list(kind)
        .map(object =>
          objectsIn(valueAt(object, 'status.conditions')).map(
            ({ type, status }) => `${type} ${status}`,
          ),
        );
    await eventually(() =>
      conditionsOf('HorizontalPodAutoscaler').every(
        conditions =>
          conditions.includes('AbleToScale True') &&
          conditions.includes('ScalingActive True') &&
          conditions.includes('ScalingLimited False'),
      ),
    );
    expect(conditionsOf('HorizontalPodAutoscaler')).toHaveLength(5);
    await eventually(() =>
      conditionsOf('PodDisruptionBudget').every(([condition]) =>
        condition.endsWith('True'),
      ),
    );
    expect(
      objects
        .list('PodDisruptionBudget')
        .every(budget => Number(valueAt(budget, 'status.currentHealthy')) > 0),
    ).toBe(true);
  });

  it('healthy: the Gateways serve all routes', async () => {
    const { objects } = await settled('healthy');
    const isTrue = (conditions: unknown, type: string) =>
      objectsIn(conditions).some(
        condition => condition.type === type && condition.status === 'True',
      );
    await eventually(() =>
      objects
        .list('Gateway')
        .every(gateway =>
          isTrue(valueAt(gateway, 'status.conditions'), 'Programmed'),
        ),
    );
    expect(
      objects
        .list('Gateway')
        .map(gateway => valueAt(gateway, 'status.addresses')),
    ).toEqual([
      [{ type: 'IPAddress', value: '20.61.7.11' }],
      [{ type: 'IPAddress', value: '20.61.7.12' }],
    ]);
    const routes = objects.list('HTTPRoute');
    expect(routes).toHaveLength(4);
    for (const route of routes) {
      const [parent] = objectsIn(valueAt(route, 'status.parents'));
      expect(isTrue(parent.conditions, 'Accepted')).toBe(true);
      expect(isTrue(parent.conditions, 'ResolvedRefs')).toBe(true);
    }
  });

  it('healthy: 20 services over all workload kinds, in clusters that differ', async () => {
    sandbox = await startSandbox({ world: 'healthy' });
    const [production, second, staging] = sandbox.clusters;
    expect(servicesOf(production)).toEqual(SERVICES);
    expect(servicesOf(staging)).toEqual(SERVICES);
    expect(servicesOf(second)).toEqual([
      'Deployment identity/login',
      'Deployment shop/catalog-api',
      'Deployment shop/shop-front',
      'StatefulSet identity/session-store',
      'StatefulSet shop/search',
      'DaemonSet observability/log-shipper',
      'DaemonSet observability/node-metrics',
    ]);
    const gatewayClasses = sandbox.clusters.map(({ objects }) =>
      objects.list('GatewayClass').map(({ metadata }) => metadata.name),
    );
    expect(gatewayClasses).toEqual([
      ['approuting-istio'],
      ['approuting-istio', 'azure-alb-external'],
      ['approuting-istio'],
    ]);
    const portrait = (cluster: SandboxCluster) => {
      const [node, ...others] = cluster.objects.list('Node');
      const front = cluster.objects.get('Deployment', 'shop', 'shop-front');
      const ingress = cluster.objects.get('Ingress', 'shop', 'shop-front');
      return [
        cluster.name,
        1 + others.length,
        node.metadata.labels?.['topology.kubernetes.io/region'],
        valueAt(node, 'status.nodeInfo.kubeletVersion'),
        valueAt(front, 'spec.replicas'),
        objectsIn(valueAt(ingress, 'spec.rules'))[0].host,
      ];
    };
    expect(sandbox.clusters.map(portrait)).toEqual([
      [
        'contoso-prod-weu',
        3,
        'westeurope',
        'v1.36.2',
        3,
        'shop.contoso.example',
      ],
      [
        'contoso-prod-neu',
        2,
        'northeurope',
        'v1.35.6',
        2,
        'shop.neu.contoso.example',
      ],
      [
        'contoso-staging-weu',
        2,
        'westeurope',
        'v1.36.2',
        1,
        'shop.staging.contoso.example',
      ],
    ]);
  });

  it('the catalog of the example knows every service', async () => {
    const file = join(__dirname, '../../../../examples/contoso/services.yaml');
    const known = objectsFromYaml(await readFile(file, 'utf8'))
      .filter(entity => valueAt(entity, 'metadata.annotations'))
      .map(entity => valueAt(entity, 'metadata.name'));
    expect(known.sort()).toEqual(
      SERVICES.map(service => service.split('/')[1]).sort(),
    );
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
      delivery: 'storefront',
      gateways: 'platform',
      identity: 'platform',
      marketing: 'marketing',
      observability: 'platform',
      payments: 'payments',
      shop: 'storefront',
      traefik: 'platform',
    });
  });

  it('demo: what is seeded, and nothing else', async () => {
    const cluster = await settled('demo');
    await eventually(() => addressOf(cluster, 'shop', 'checkout'));
    expect(portsOf(cluster, 'checkout')).toEqual([]);
    expect(portsOf(cluster, 'shop-front')).toHaveLength(1);
    expect(addressOf(cluster, 'marketing', 'newsletter')).toBeUndefined();
    expect(
      sandbox?.scenarios
        .list()
        .filter(({ applied }) => applied)
        .map(({ name }) => name),
    ).toEqual([
      'crash-loop',
      'service-target-port',
      'unknown-ingress-class',
      'ingress-nginx-retired',
      'lb-slow-probe',
      'route-backend-missing',
    ]);
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
