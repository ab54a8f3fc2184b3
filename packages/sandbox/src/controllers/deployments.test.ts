import {
  deployment,
  useControlledCluster,
} from '../__testUtils__/controlledCluster';
import { eventually } from '../__testUtils__/request';
import { valueAt } from '../objects/json';

describe('the controllers of Deployments', () => {
  const controlled = useControlledCluster();
  const { podsOf, get, condition, available, setSpec } = controlled;

  it('bring up pods that run, ready, on nodes of several zones', async () => {
    controlled.cluster.load([deployment('web', { replicas: 3 })]);
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
    expect(new Set(pods.map(pod => valueAt(pod, 'status.podIP'))).size).toBe(3);
  });

  it('replace the pods when the template changes, and keep enough', async () => {
    controlled.cluster.load([deployment('web', { replicas: 4 })]);
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
    controlled.cluster.load([deployment('web')]);
    await available('web', 2);
    setSpec('Deployment', 'web', { replicas: 0 });
    await eventually(() => podsOf('web').length === 0);
    await eventually(
      () => valueAt(get('Deployment', 'web'), 'status.replicas') === undefined,
    );
    const names = controlled.cluster.objects
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
    controlled.cluster.load([deployment('web')]);
    await available('web', 2);
    controlled.cluster.objects.delete('Deployment', 'default', 'web');
    await eventually(
      () =>
        controlled.cluster.objects.list('ReplicaSet', 'default').length === 0,
    );
    await eventually(() => podsOf('web').length === 0);
    expect(get('Deployment', 'web')).toBeUndefined();
  });

  it('leave their pods where those are to be orphaned', async () => {
    controlled.cluster.load([deployment('web')]);
    await available('web', 2);
    controlled.cluster.objects.delete('Deployment', 'default', 'web', {
      propagationPolicy: 'Orphan',
    });
    await eventually(() => get('Deployment', 'web') === undefined);
    const [left] = controlled.cluster.objects.list('ReplicaSet', 'default');
    expect(left.metadata.ownerReferences).toBeUndefined();
    expect(podsOf('web')).toHaveLength(2);
  });

  it('go last where the deletion is in the foreground', async () => {
    controlled.cluster.load([deployment('web')]);
    await available('web', 2);
    controlled.cluster.objects.delete('Deployment', 'default', 'web', {
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
