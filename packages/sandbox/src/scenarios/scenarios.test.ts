import { eventually } from '../__testUtils__/request';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { sameJson } from '../objects/equality';
import { objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Sandbox, startSandbox } from '../startSandbox';
import { scenarioCatalog } from './scenarioCatalog';

const CLUSTER = 'contoso-prod-weu';

const FAST = {
  schedule: 1,
  start: 5,
  ready: 5,
  terminate: 5,
  address: 5,
  silence: 5,
};

type Look = (cluster: SandboxCluster) => unknown;

const conditionOf = (
  object: KubernetesObject | undefined,
  type: string,
): unknown =>
  objectsIn(valueAt(object, 'status.conditions')).find(
    condition => condition.type === type,
  )?.reason;

const podsOf = (cluster: SandboxCluster, namespace: string, name: string) =>
  cluster.objects
    .list('Pod', namespace)
    .filter(
      ({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === name,
    );

const waitingReasons = (pods: KubernetesObject[]) =>
  pods
    .flatMap(pod => objectsIn(valueAt(pod, 'status.containerStatuses')))
    .map(status => valueAt(status, 'state.waiting.reason'));

const hasEvent = (cluster: SandboxCluster, reason: string, text: string) =>
  cluster.objects
    .list('Event')
    .some(
      event => event.reason === reason && String(event.message).includes(text),
    );

const endpointsOf = (cluster: SandboxCluster, ns: string, service: string) =>
  cluster.objects
    .list('EndpointSlice', ns)
    .filter(
      ({ metadata }) =>
        metadata.labels?.['kubernetes.io/service-name'] === service,
    );

/** Whether a load balancer was refused with a text, and has no address. */
const isRefused =
  (namespace: string, name: string, text: string): Look =>
  cluster =>
    hasEvent(cluster, 'SyncLoadBalancerFailed', text) &&
    objectsIn(
      valueAt(
        cluster.objects.get('Service', namespace, name),
        'status.loadBalancer.ingress',
      ),
    ).length === 0;

const routeSays =
  (namespace: string, name: string, type: string, reason: string): Look =>
  cluster =>
    objectsIn(
      valueAt(
        cluster.objects.get('HTTPRoute', namespace, name),
        'status.parents',
      ),
    ).some(({ conditions }) =>
      objectsIn(conditions).some(
        condition =>
          condition.type === type &&
          condition.status === 'False' &&
          condition.reason === reason,
      ),
    );

const deployment = (cluster: SandboxCluster, namespace: string, name: string) =>
  cluster.objects.get('Deployment', namespace, name);

// What is to be seen of each scenario once controllers have done their part.
const CONSEQUENCES: Record<string, Look[]> = {
  unschedulable: [
    cluster =>
      podsOf(cluster, 'payments', 'fraud-check').some(
        pod => conditionOf(pod, 'PodScheduled') === 'Unschedulable',
      ),
    cluster => hasEvent(cluster, 'FailedScheduling', '3 Insufficient cpu'),
  ],
  'node-not-ready': [
    cluster =>
      cluster.objects
        .list('Node')
        .filter(node => conditionOf(node, 'Ready') === 'NodeStatusUnknown')
        .length === 1,
    cluster => hasEvent(cluster, 'NodeNotReady', 'Node is not ready'),
    cluster => {
      cluster.clock.advance(301_000);
      return cluster.objects
        .list('Pod')
        .some(({ metadata }) => metadata.deletionTimestamp);
    },
  ],
  'rollout-stuck': [
    cluster => hasEvent(cluster, 'Unhealthy', 'connection refused'),
    cluster => {
      cluster.clock.advance(70_000);
      return (
        conditionOf(
          deployment(cluster, 'shop', 'catalog-api'),
          'Progressing',
        ) === 'ProgressDeadlineExceeded'
      );
    },
    cluster =>
      valueAt(
        deployment(cluster, 'shop', 'catalog-api'),
        'status.availableReplicas',
      ) === 2,
  ],
  'image-missing': [
    cluster =>
      waitingReasons(podsOf(cluster, 'payments', 'payments-api')).includes(
        'ImagePullBackOff',
      ),
    cluster => hasEvent(cluster, 'Failed', 'Error: ErrImagePull'),
    cluster => hasEvent(cluster, 'BackOff', 'Back-off pulling image'),
  ],
  'crash-loop': [
    cluster =>
      waitingReasons(podsOf(cluster, 'delivery', 'delivery-tracker')).includes(
        'CrashLoopBackOff',
      ),
    cluster => {
      cluster.clock.advance(11_000);
      return podsOf(cluster, 'delivery', 'delivery-tracker')
        .flatMap(pod => objectsIn(valueAt(pod, 'status.containerStatuses')))
        .some(
          status =>
            Number(status.restartCount) > 1 &&
            valueAt(status, 'lastState.terminated.reason') === 'OOMKilled',
        );
    },
  ],
  'scaled-to-zero': [
    cluster => podsOf(cluster, 'shop', 'shop-front').length === 0,
  ],
  'quota-exceeded': [
    cluster => hasEvent(cluster, 'FailedCreate', 'exceeded quota: marketing'),
    cluster =>
      conditionOf(
        deployment(cluster, 'marketing', 'newsletter'),
        'ReplicaFailure',
      ) === 'FailedCreate',
  ],
  'service-selector': [
    cluster =>
      endpointsOf(cluster, 'identity', 'login').every(
        ({ endpoints }) => objectsIn(endpoints).length === 0,
      ),
  ],
  'service-target-port': [
    cluster =>
      endpointsOf(cluster, 'shop', 'checkout').every(
        ({ ports }) => objectsIn(ports).length === 0,
      ),
  ],
  'service-deleted': [
    cluster => endpointsOf(cluster, 'payments', 'payments-api').length === 0,
    cluster => !cluster.objects.get('Service', 'payments', 'payments-api'),
  ],
  'ingress-backend-port': [
    cluster =>
      JSON.stringify(
        cluster.objects.get('Ingress', 'identity', 'login'),
      ).includes('8080'),
  ],
  'unknown-ingress-class': [
    cluster =>
      objectsIn(
        valueAt(
          cluster.objects.get('Ingress', 'marketing', 'newsletter'),
          'status.loadBalancer.ingress',
        ),
      ).length === 0,
  ],
  'ingress-nginx-retired': [
    cluster =>
      JSON.stringify(
        cluster.objects.get('Ingress', 'shop', 'catalog-api')?.status,
      ).includes('20.61.7.13'),
  ],
  'lb-address-unknown': [
    isRefused(
      'shop',
      'checkout-partners',
      'user supplied IP Address 203.0.113.40 was not found in resource group contoso-addresses',
    ),
  ],
  'lb-address-name-unknown': [
    isRefused('payments', 'payments-partners', "doesn't exist"),
  ],
  'lb-not-authorized': [
    isRefused('identity', 'login-partners', 'AuthorizationFailed'),
  ],
  'lb-address-quota': [
    isRefused('marketing', 'newsletter-direct', 'PublicIPCountLimitReached'),
  ],
  'lb-subnet-full': [
    isRefused('payments', 'fraud-check-internal', 'SubnetIsFull'),
  ],
  'lb-conflicting-sources': [
    cluster =>
      hasEvent(cluster, 'ConflictConfiguration', 'azure-allowed-ip-ranges'),
  ],
  'lb-slow-probe': [
    isRefused('shop', 'catalog-direct', 'total probe should be less than 120'),
  ],
  'lb-dns-label-taken': [
    isRefused('observability', 'metrics-staff', 'consuming the DNS label'),
  ],
  'lb-port-taken': [
    isRefused('delivery', 'tracker-partners', 'trying to consume the port 80'),
  ],
  'route-not-allowed': [
    routeSays(
      'observability',
      'metrics-gateway',
      'Accepted',
      'NotAllowedByListeners',
    ),
  ],
  'route-backend-missing': [
    routeSays('payments', 'fraud-check', 'ResolvedRefs', 'BackendNotFound'),
  ],
  'route-backend-not-granted': [
    routeSays('identity', 'login-partners', 'ResolvedRefs', 'RefNotPermitted'),
  ],
  'listener-certificate-missing': [
    cluster =>
      objectsIn(
        valueAt(
          cluster.objects.get('Gateway', 'gateways', 'partners'),
          'status.listeners',
        ),
      ).some(({ conditions }) =>
        objectsIn(conditions).some(
          ({ type, status, reason }) =>
            type === 'ResolvedRefs' &&
            status === 'False' &&
            reason === 'InvalidCertificateRef',
        ),
      ),
  ],
};

/** What people wrote, and how it goes: without names and times that differ. */
function pictureOf({ objects }: SandboxCluster) {
  const written = [
    'Deployment',
    'Service',
    'Ingress',
    'ResourceQuota',
    'Node',
    'Gateway',
    'HTTPRoute',
  ];
  return {
    written: written.flatMap(kind =>
      objects.list(kind).map(({ metadata, spec }) => ({
        kind,
        name: `${metadata.namespace}/${metadata.name}`,
        labels: metadata.labels,
        spec:
          // Which addresses a Service made anew gets is chance.
          kind === 'Service'
            ? {
                selector: valueAt(spec, 'selector'),
                ports: objectsIn(valueAt(spec, 'ports')).map(
                  ({ nodePort: _, ...port }) => port,
                ),
              }
            : spec,
      })),
    ),
    available: objects
      .list('Deployment')
      .map(object => valueAt(object, 'status.availableReplicas')),
    unavailable: objects
      .list('Deployment')
      .map(object => valueAt(object, 'status.unavailableReplicas')),
    addresses: objects
      .list('Ingress')
      .map(object => valueAt(object, 'status.loadBalancer.ingress')),
    endpoints: objects
      .list('EndpointSlice')
      .filter(({ metadata }) => metadata.name !== 'kubernetes')
      .map(({ metadata, endpoints, ports }) => [
        metadata.labels?.['kubernetes.io/service-name'],
        ports,
        objectsIn(endpoints).map(endpoint => endpoint.conditions),
      ])
      .sort(),
    gateways: objects
      .list('Gateway')
      .map(object => [
        conditionOf(object, 'Programmed'),
        valueAt(object, 'status.addresses'),
        objectsIn(valueAt(object, 'status.listeners')).map(
          ({ attachedRoutes }) => attachedRoutes,
        ),
      ]),
    nodes: objects.list('Node').map(node => conditionOf(node, 'Ready')),
  };
}

async function settled(cluster: SandboxCluster) {
  await eventually(() => {
    const { available, unavailable, addresses, nodes, gateways } =
      pictureOf(cluster);
    return (
      available.every(Boolean) &&
      !unavailable.some(Boolean) &&
      addresses.every(Boolean) &&
      nodes.every(reason => reason === 'KubeletReady') &&
      gateways.every(([reason]) => reason === 'Programmed') &&
      !cluster.objects
        .list('Pod')
        .some(
          pod =>
            pod.metadata.deletionTimestamp ||
            valueAt(pod, 'status.phase') === 'Pending',
        ) &&
      cluster.objects
        .list('StatefulSet')
        .every(
          object =>
            valueAt(object, 'status.readyReplicas') ===
            valueAt(object, 'spec.replicas'),
        )
    );
  });
  return pictureOf(cluster);
}

describe('scenarios', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;
  let healthy: ReturnType<typeof pictureOf>;

  beforeAll(async () => {
    sandbox = await startSandbox({
      world: 'healthy',
      clusters: [{ name: CLUSTER, timing: FAST }],
    });
    cluster = sandbox.cluster(CLUSTER);
    healthy = await settled(cluster);
  });
  afterEach(() => {
    sandbox.scenarios.reset();
  });
  afterAll(() => sandbox.close());

  /** How the cluster looks once it is as before, or at the deadline. */
  async function pictureAfterwards() {
    await eventually(() => sameJson(pictureOf(cluster), healthy)).catch(
      () => undefined,
    );
    return settled(cluster);
  }

  const shows = (look: Look) => eventually(() => look(cluster));

  it('are told apart by name, and touch different objects', () => {
    const names = scenarioCatalog.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(CONSEQUENCES).sort()).toEqual([...names].sort());
    const touched = scenarioCatalog.flatMap(({ cluster: place, changes }) =>
      changes.map(({ target }) => JSON.stringify([place, target])),
    );
    expect(new Set(touched).size).toBe(touched.length);
  });

  it.each(scenarioCatalog.map(({ name }) => name))(
    '%s breaks what it says, and leaves no trace',
    async name => {
      expect(sandbox.scenarios.apply(name)).toMatchObject({
        name,
        applied: true,
      });
      for (const look of CONSEQUENCES[name]) {
        await shows(look);
      }
      expect(sandbox.scenarios.reset(name)).toMatchObject([
        { name, applied: false },
      ]);
      expect(await pictureAfterwards()).toEqual(healthy);
      expect(cluster.defects).toEqual([]);
    },
    20_000,
  );

  it('resets all that are applied', async () => {
    for (const name of ['scaled-to-zero', 'service-deleted']) {
      sandbox.scenarios.apply(name);
    }
    expect(sandbox.scenarios.reset().map(({ name }) => name)).toEqual([
      'service-deleted',
      'scaled-to-zero',
    ]);
    expect(sandbox.scenarios.list().some(({ applied }) => applied)).toBe(false);
    expect(await pictureAfterwards()).toEqual(healthy);
  });

  it('puts back what somebody else deleted meanwhile', async () => {
    sandbox.scenarios.apply('service-selector');
    cluster.objects.delete('Service', 'identity', 'login');
    sandbox.scenarios.reset('service-selector');
    expect(await pictureAfterwards()).toEqual(healthy);
  });

  it('names the scenarios there are', () => {
    expect(() => sandbox.scenarios.apply('nothing')).toThrow(
      /no scenario nothing; choose unschedulable, /,
    );
  });

  it('needs a world', async () => {
    const empty = await startSandbox();
    expect(() => empty.scenarios.apply('crash-loop')).toThrow(
      /contoso-prod-weu, which this sandbox does not have/,
    );
    await empty.close();
  });
});
