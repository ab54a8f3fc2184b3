import {
  CONTAINER,
  deployment,
  useControlledCluster,
} from '../__testUtils__/controlledCluster';
import { eventually } from '../__testUtils__/request';
import { valueAt } from '../objects/json';
import { startSandbox } from '../startSandbox';

describe('controllers', () => {
  const controlled = useControlledCluster();
  const { podsOf, get, condition } = controlled;

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
    controlled.cluster.load([
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
    controlled.cluster.load([
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
    controlled.cluster.load([
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
    controlled.cluster.load([
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
    controlled.cluster.load([
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
    controlled.cluster.load([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'short' } },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a', namespace: 'short' },
      },
    ]);
    expect(
      controlled.cluster.objects.get('Namespace', undefined, 'short')?.metadata
        .labels,
    ).toEqual({ 'kubernetes.io/metadata.name': 'short' });
    await eventually(() =>
      controlled.cluster.objects.get('ServiceAccount', 'short', 'default'),
    );
    controlled.cluster.objects.delete('Namespace', undefined, 'short');
    await eventually(
      () =>
        controlled.cluster.objects.get('Namespace', undefined, 'short') ===
        undefined,
    );
    expect(controlled.cluster.objects.list('ConfigMap', 'short')).toEqual([]);
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
