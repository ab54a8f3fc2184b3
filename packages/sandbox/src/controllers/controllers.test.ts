import { requireNoDefects } from '../__testUtils__/requireNoDefects';
import { eventually } from '../__testUtils__/request';
import { openWatch } from '../__testUtils__/watchEvents';
import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Sandbox, startSandbox } from '../startSandbox';

const FAST = {
  schedule: 1,
  start: 10,
  ready: 10,
  terminate: 10,
  complete: 10,
  address: 10,
};

const CONTAINER = {
  name: 'web',
  image: 'web:1',
  ports: [{ name: 'http', containerPort: 8080 }],
};

function deployment(name: string, spec: object = {}, container: object = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ ...CONTAINER, ...container }] },
      },
      ...spec,
    },
  };
}

function service(name: string, spec: object) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec,
  };
}

describe('controllers', () => {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'controlled', timing: FAST }],
    });
    cluster = sandbox.cluster();
  });
  afterEach(async () => {
    await sandbox.close();
    requireNoDefects(cluster);
  });

  const podsOf = (app: string) =>
    cluster.objects
      .list('Pod', 'default')
      .filter(({ metadata }) => metadata.labels?.app === app);
  const get = (kind: string, name: string) =>
    cluster.objects.get(kind, 'default', name);
  const condition = (object: KubernetesObject | undefined, type: string) =>
    objectsIn(valueAt(object, 'status.conditions')).find(
      entry => entry.type === type,
    );
  const available = (name: string, replicas: number) =>
    eventually(() => {
      const found = get('Deployment', name);
      return (
        valueAt(found, 'status.observedGeneration') ===
          found?.metadata.generation &&
        valueAt(found, 'status.availableReplicas') === replicas &&
        valueAt(found, 'status.replicas') === replicas &&
        valueAt(found, 'status.updatedReplicas') === replicas &&
        found
      );
    });
  const setSpec = (kind: string, name: string, spec: object) =>
    cluster.objects.update(kind, 'default', name, current => ({
      ...current,
      spec: { ...(current.spec as object), ...spec },
    }));
  const slicesOf = (name: string) =>
    cluster.objects
      .list('EndpointSlice', 'default')
      .filter(
        ({ metadata }) =>
          metadata.labels?.['kubernetes.io/service-name'] === name,
      );

  describe('of Deployments', () => {
    it('bring up pods that run, ready, on nodes of several zones', async () => {
      cluster.load([deployment('web', { replicas: 3 })]);
      const found = await available('web', 3);
      expect(condition(found, 'Available')).toMatchObject({
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      });
      expect(found.metadata.annotations).toEqual({
        'deployment.kubernetes.io/revision': '1',
      });
      const pods = podsOf('web');
      expect(new Set(pods.map(pod => valueAt(pod, 'spec.nodeName'))).size).toBe(
        3,
      );
      for (const pod of pods) {
        expect(pod).toMatchObject({
          metadata: {
            name: expect.stringMatching(/^web-[a-z0-9]+-[a-z0-9]{5}$/),
            labels: {
              'pod-template-hash': expect.any(String),
              'topology.kubernetes.io/zone':
                expect.stringMatching(/^westeurope-[123]$/),
            },
          },
          status: {
            phase: 'Running',
            podIP: expect.stringMatching(/^10\.244\./),
            containerStatuses: [
              { name: 'web', ready: true, started: true, restartCount: 0 },
            ],
          },
        });
        expect(condition(pod, 'Ready')?.status).toBe('True');
      }
      expect(new Set(pods.map(pod => valueAt(pod, 'status.podIP'))).size).toBe(
        3,
      );
    });

    it('replace the pods when the template changes, and keep enough', async () => {
      cluster.load([deployment('web', { replicas: 4 })]);
      await available('web', 4);
      const before = podsOf('web').map(({ metadata }) => metadata.name);
      let fewest = Infinity;
      const changed = deployment('web', {}, { image: 'web:2' }).spec.template;
      setSpec('Deployment', 'web', { template: changed });
      await eventually(() => {
        const ready = podsOf('web').filter(
          pod =>
            condition(pod, 'Ready')?.status === 'True' &&
            !pod.metadata.deletionTimestamp,
        );
        fewest = Math.min(fewest, ready.length);
        return (
          podsOf('web').length === 4 &&
          podsOf('web').every(
            pod =>
              !before.includes(pod.metadata.name) &&
              condition(pod, 'Ready')?.status === 'True',
          )
        );
      });
      expect(fewest).toBeGreaterThanOrEqual(3);
      const found = await available('web', 4);
      expect(condition(found, 'Progressing')).toMatchObject({
        reason: 'NewReplicaSetAvailable',
      });
      expect(found.metadata.annotations).toMatchObject({
        'deployment.kubernetes.io/revision': '2',
      });
    });

    it('go to no pods and say so', async () => {
      cluster.load([deployment('web')]);
      await available('web', 2);
      setSpec('Deployment', 'web', { replicas: 0 });
      await eventually(() => podsOf('web').length === 0);
      await eventually(
        () =>
          valueAt(get('Deployment', 'web'), 'status.replicas') === undefined,
      );
      const names = cluster.objects
        .list('Event', 'default')
        .map(({ reason, message }) => `${reason}: ${message}`);
      expect(names).toEqual(
        expect.arrayContaining([
          expect.stringMatching(
            /^ScalingReplicaSet: Scaled down replica set web-\w+ from 2 to 0$/,
          ),
        ]),
      );
    });

    it('take everything with them when they are deleted', async () => {
      cluster.load([deployment('web')]);
      await available('web', 2);
      cluster.objects.delete('Deployment', 'default', 'web');
      await eventually(
        () => cluster.objects.list('ReplicaSet', 'default').length === 0,
      );
      await eventually(() => podsOf('web').length === 0);
      expect(get('Deployment', 'web')).toBeUndefined();
    });

    it('leave their pods where those are to be orphaned', async () => {
      cluster.load([deployment('web')]);
      await available('web', 2);
      cluster.objects.delete('Deployment', 'default', 'web', {
        propagationPolicy: 'Orphan',
      });
      await eventually(() => get('Deployment', 'web') === undefined);
      const [left] = cluster.objects.list('ReplicaSet', 'default');
      expect(left.metadata.ownerReferences).toBeUndefined();
      expect(podsOf('web')).toHaveLength(2);
    });

    it('go last where the deletion is in the foreground', async () => {
      cluster.load([deployment('web')]);
      await available('web', 2);
      cluster.objects.delete('Deployment', 'default', 'web', {
        propagationPolicy: 'Foreground',
      });
      expect(get('Deployment', 'web')?.metadata).toMatchObject({
        deletionTimestamp: expect.any(String),
        finalizers: ['foregroundDeletion'],
      });
      await eventually(() => get('Deployment', 'web') === undefined);
      expect(podsOf('web')).toEqual([]);
    });
  });

  describe('of Services', () => {
    it('resolve named ports in each pod', async () => {
      cluster.load([
        deployment('web'),
        service('web', {
          selector: { app: 'web' },
          ports: [{ name: 'http', port: 80, targetPort: 'http' }],
        }),
      ]);
      await available('web', 2);
      const [slice] = await eventually(() => {
        const slices = slicesOf('web');
        return objectsIn(slices[0]?.endpoints).length === 2 && slices;
      });
      await eventually(() =>
        objectsIn(slicesOf('web')[0].endpoints).every(
          ({ conditions }) => valueAt(conditions, 'ready') === true,
        ),
      );
      expect(slice).toMatchObject({
        addressType: 'IPv4',
        ports: [{ name: 'http', protocol: 'TCP', port: 8080 }],
        metadata: {
          labels: {
            'endpointslice.kubernetes.io/managed-by':
              'endpointslice-controller.k8s.io',
          },
          ownerReferences: [{ kind: 'Service', name: 'web', controller: true }],
        },
      });
    });

    it('leave out a port by a name that no container has', async () => {
      cluster.load([
        deployment('web'),
        service('web', {
          selector: { app: 'web' },
          ports: [{ port: 80, targetPort: 'https' }],
        }),
      ]);
      await available('web', 2);
      const [slice] = await eventually(() => {
        const slices = slicesOf('web');
        return objectsIn(slices[0]?.endpoints).length === 2 && slices;
      });
      expect(slice.ports).toBeNull();
    });

    it('keep pods apart that resolve a name to different ports', async () => {
      const other = {
        name: 'web',
        image: 'x:1',
        ports: [{ name: 'http', containerPort: 9090 }],
      };
      cluster.load([
        deployment('web'),
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: {
            name: 'odd',
            namespace: 'default',
            labels: { app: 'web' },
          },
          spec: { containers: [other] },
        },
        service('web', {
          selector: { app: 'web' },
          ports: [{ port: 80, targetPort: 'http' }],
        }),
      ]);
      const seen = () =>
        slicesOf('web')
          .map(
            slice =>
              `${objectsIn(slice.ports)[0]?.port}:${
                objectsIn(slice.endpoints).length
              }`,
          )
          .sort();
      await eventually(() => seen().length === 2 && seen()[0].endsWith(':2'));
      expect(seen()).toEqual(['8080:2', '9090:1']);
    });

    it('keep one slice without endpoints where no pod matches', async () => {
      cluster.load([
        service('none', { selector: { app: 'none' }, ports: [{ port: 80 }] }),
      ]);
      const [slice] = await eventually(
        () => slicesOf('none').length === 1 && slicesOf('none'),
      );
      expect([slice.endpoints, slice.ports]).toEqual([null, null]);
    });

    it('leave Services without a selector alone', async () => {
      cluster.load([
        service('outside', { ports: [{ port: 80 }] }),
        service('after', { selector: { app: 'x' }, ports: [{ port: 80 }] }),
      ]);
      await eventually(() => slicesOf('after').length === 1);
      expect(slicesOf('outside')).toEqual([]);
    });

    it('show pods that end as serving but not ready', async () => {
      cluster.load([
        deployment('web', { replicas: 1 }),
        service('web', { selector: { app: 'web' }, ports: [{ port: 80 }] }),
      ]);
      await available('web', 1);
      const watch = await openWatch(
        cluster.url,
        `/apis/discovery.k8s.io/v1/endpointslices?watch=1&resourceVersion=${cluster.revision}`,
        cluster.tokens.reader,
      );
      const [pod] = podsOf('web');
      cluster.objects.delete('Pod', 'default', pod.metadata.name);
      const conditions = () =>
        watch.events
          .flatMap(({ object }) => objectsIn(object.endpoints))
          .filter(
            ({ targetRef }) => valueAt(targetRef, 'uid') === pod.metadata.uid,
          )
          .map(endpoint => endpoint.conditions);
      await eventually(() => conditions().length > 0);
      expect(conditions()).toContainEqual({
        ready: false,
        serving: true,
        terminating: true,
      });
      watch.close();
    });

    it('give addresses inside and outside', async () => {
      cluster.load([
        service('lb', { type: 'LoadBalancer', ports: [{ port: 80 }] }),
      ]);
      const found = await eventually(
        () =>
          valueAt(get('Service', 'lb'), 'status.loadBalancer.ingress') &&
          get('Service', 'lb'),
      );
      expect(found).toMatchObject({
        spec: {
          clusterIP: expect.stringMatching(/^10\.0\./),
          ports: [{ port: 80, targetPort: 80, nodePort: expect.any(Number) }],
        },
        status: {
          loadBalancer: {
            ingress: [{ ip: expect.any(String), ipMode: 'VIP' }],
          },
        },
      });
    });
  });

  it('give an Ingress the address of the controller of its class only', async () => {
    const ingress = (name: string, ingressClassName: string) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name, namespace: 'default' },
      spec: {
        ingressClassName,
        defaultBackend: { service: { name: 'web', port: { number: 80 } } },
      },
    });
    cluster.load([
      ingress('known', 'webapprouting.kubernetes.azure.com'),
      ingress('unknown', 'elsewhere'),
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'IngressClass',
        metadata: { name: 'webapprouting.kubernetes.azure.com' },
        spec: { controller: 'webapprouting.kubernetes.azure.com/nginx' },
      },
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'app-routing-system' },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'nginx', namespace: 'app-routing-system' },
        spec: {
          type: 'LoadBalancer',
          loadBalancerIP: '20.61.7.10',
          ports: [{ port: 80 }],
        },
      },
    ]);
    await eventually(() =>
      valueAt(get('Ingress', 'known'), 'status.loadBalancer.ingress'),
    );
    expect(get('Ingress', 'known')?.status).toEqual({
      loadBalancer: { ingress: [{ ip: '20.61.7.10' }] },
    });
    expect(get('Ingress', 'unknown')?.status).toEqual({ loadBalancer: {} });
  });

  it('leave a pod without a node where none has room', async () => {
    cluster.load([
      deployment(
        'big',
        { replicas: 1 },
        { resources: { requests: { cpu: '64' } } },
      ),
    ]);
    const pod = await eventually(() =>
      podsOf('big').find(one => condition(one, 'PodScheduled')),
    );
    expect(condition(pod, 'PodScheduled')).toMatchObject({
      status: 'False',
      reason: 'Unschedulable',
      message:
        '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    });
    expect(valueAt(pod, 'spec.nodeName')).toBeUndefined();
  });

  it('start the pods of a StatefulSet in order', async () => {
    const { spec } = deployment('db', { replicas: 3 });
    cluster.load([
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'db', namespace: 'default' },
        spec: { ...spec, serviceName: 'db' },
      },
    ]);
    const found = await eventually(() => {
      const set = get('StatefulSet', 'db');
      return valueAt(set, 'status.readyReplicas') === 3 && set;
    });
    const started = podsOf('db').map(({ metadata }) => metadata.name);
    expect(started).toEqual(['db-0', 'db-1', 'db-2']);
    expect(found).toMatchObject({ status: { updatedReplicas: 3 } });
  });

  it('run a DaemonSet on every node', async () => {
    const { selector, template } = deployment('agent').spec;
    cluster.load([
      {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: { name: 'agent', namespace: 'default' },
        spec: { selector, template },
      },
    ]);
    await eventually(
      () => valueAt(get('DaemonSet', 'agent'), 'status.numberReady') === 3,
    );
    const nodes = podsOf('agent').map(pod => valueAt(pod, 'spec.nodeName'));
    expect(new Set(nodes).size).toBe(3);
  });

  it('run a Job to its end', async () => {
    cluster.load([
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'once', namespace: 'default' },
        spec: {
          completions: 2,
          template: {
            spec: { restartPolicy: 'Never', containers: [CONTAINER] },
          },
        },
      },
    ]);
    const found = await eventually(() => {
      const job = get('Job', 'once');
      return condition(job, 'Complete') && job;
    });
    expect(found).toMatchObject({ status: { succeeded: 2 } });
  });

  it('furnish a namespace and empty it when it goes', async () => {
    cluster.load([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'short' } },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a', namespace: 'short' },
      },
    ]);
    expect(
      cluster.objects.get('Namespace', undefined, 'short')?.metadata.labels,
    ).toEqual({ 'kubernetes.io/metadata.name': 'short' });
    await eventually(() =>
      cluster.objects.get('ServiceAccount', 'short', 'default'),
    );
    cluster.objects.delete('Namespace', undefined, 'short');
    await eventually(
      () => cluster.objects.get('Namespace', undefined, 'short') === undefined,
    );
    expect(cluster.objects.list('ConfigMap', 'short')).toEqual([]);
  });

  it('can be moved ahead in time', async () => {
    const slow = await startSandbox({
      clusters: [
        {
          name: 'slow',
          timing: { schedule: 0, start: 3_600_000, ready: 60_000 },
        },
      ],
    });
    const { objects, clock, load } = slow.cluster();
    load.call(slow.cluster(), [deployment('web', { replicas: 1 })]);
    const phase = () =>
      objects.list('Pod', 'default').map(pod => valueAt(pod, 'status.phase'));
    clock.advance(60_000);
    expect(phase()).toEqual(['Pending']);
    clock.advance(3_600_000);
    expect(phase()).toEqual(['Running']);
    expect(
      valueAt(
        objects.get('Deployment', 'default', 'web'),
        'status.readyReplicas',
      ),
    ).toBe(1);
    await slow.close();
  });
});
