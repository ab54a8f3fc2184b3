import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { deployment } from '../__testUtils__/controlledCluster';
import { valueAt } from '../objects/json';

const DISK = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'managed-csi' },
  provisioner: 'disk.csi.azure.com',
  parameters: { skuName: 'StandardSSD_LRS' },
  volumeBindingMode: 'WaitForFirstConsumer',
};
const FILES = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'azurefile-csi' },
  provisioner: 'file.csi.azure.com',
  mountOptions: ['mfsymlinks'],
};

function claim(name: string, storageClassName?: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: 'default' },
    spec: {
      ...(storageClassName !== undefined && { storageClassName }),
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '8Gi' } },
    },
  };
}

function pod(name: string, claimName: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      containers: [{ name: 'web', image: 'web:1' }],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
    },
  };
}

describe('the controllers of volumes', () => {
  const clocked = useClockedCluster();
  const { pass, get, conditions, events, status } = clocked;
  const volumeOf = (name: string) =>
    clocked.cluster.objects.get(
      'PersistentVolume',
      undefined,
      String(valueAt(get('PersistentVolumeClaim', name), 'spec.volumeName')),
    );

  it('bind a disk once a pod needs it, in the zone of that pod', () => {
    clocked.cluster.load([DISK, claim('data', 'managed-csi')]);
    pass(300);
    expect(status('PersistentVolumeClaim', 'data')).toEqual({
      phase: 'Pending',
    });
    expect(events('data')).toEqual([
      'WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ]);

    clocked.cluster.load([pod('web', 'data')]);
    pass(200);
    expect(status('Pod', 'web')).toMatchObject({ phase: 'Running' });
    expect(status('PersistentVolumeClaim', 'data')).toEqual({
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '8Gi' },
    });
    const node = String(valueAt(get('Pod', 'web'), 'spec.nodeName'));
    const zone = clocked.cluster.objects.get('Node', undefined, node)?.metadata
      .labels?.['topology.kubernetes.io/zone'];
    expect(volumeOf('data')).toMatchObject({
      metadata: {
        name: `pvc-${get('PersistentVolumeClaim', 'data')?.metadata.uid}`,
        annotations: {
          'pv.kubernetes.io/provisioned-by': 'disk.csi.azure.com',
        },
      },
      spec: {
        capacity: { storage: '8Gi' },
        claimRef: { namespace: 'default', name: 'data' },
        csi: { driver: 'disk.csi.azure.com' },
        persistentVolumeReclaimPolicy: 'Delete',
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'topology.disk.csi.azure.com/zone',
                    operator: 'In',
                    values: [zone],
                  },
                ],
              },
            ],
          },
        },
      },
      status: { phase: 'Bound' },
    });
    expect(events('data').map(event => event.split(':')[0])).toEqual([
      'WaitForFirstConsumer',
      'ExternalProvisioning',
      'Provisioning',
      'ProvisioningSucceeded',
    ]);
  });

  it('bind a share at once, wherever its pods will be', () => {
    clocked.cluster.load([FILES, claim('share', 'azurefile-csi')]);
    pass(60);
    expect(status('PersistentVolumeClaim', 'share')).toMatchObject({
      phase: 'Bound',
    });
    expect(volumeOf('share')).toMatchObject({
      spec: {
        csi: { driver: 'file.csi.azure.com' },
        mountOptions: ['mfsymlinks'],
      },
    });
    expect(valueAt(volumeOf('share'), 'spec.nodeAffinity')).toBeUndefined();
  });

  it('keep a pod where its disk is', () => {
    clocked.cluster.load([
      DISK,
      claim('data', 'managed-csi'),
      pod('web', 'data'),
    ]);
    pass(300);
    const node = String(valueAt(get('Pod', 'web'), 'spec.nodeName'));
    clocked.cluster.objects.update('Node', undefined, node, current => ({
      ...current,
      spec: { ...(current.spec as object), unschedulable: true },
    }));
    clocked.cluster.objects.delete('Pod', 'default', 'web');
    pass(60);
    clocked.cluster.load([pod('again', 'data')]);
    pass(60);
    expect(valueAt(get('Pod', 'again'), 'spec.nodeName')).toBeUndefined();
    expect(events('again')[0]).toBe(
      'FailedScheduling: 0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had volume node affinity conflict. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    );
  });

  it('use the default class where a claim names none', () => {
    clocked.cluster.load([
      {
        ...FILES,
        metadata: {
          ...FILES.metadata,
          annotations: {
            'storageclass.kubernetes.io/is-default-class': 'true',
          },
        },
      },
      claim('share'),
    ]);
    pass(60);
    expect(
      valueAt(get('PersistentVolumeClaim', 'share'), 'spec.storageClassName'),
    ).toBe('azurefile-csi');
    expect(status('PersistentVolumeClaim', 'share')).toMatchObject({
      phase: 'Bound',
    });
  });

  it.each([
    [
      'a class that is not there',
      'fast',
      'ProvisioningFailed: storageclass.storage.k8s.io "fast" not found',
    ],
    [
      'no class at all',
      undefined,
      'FailedBinding: no persistent volumes available for this claim and no storage class is set',
    ],
  ])('leave a claim pending with %s', (_, storageClass, event) => {
    clocked.cluster.load([claim('data', storageClass), pod('web', 'data')]);
    pass(300);
    expect(status('PersistentVolumeClaim', 'data')).toEqual({
      phase: 'Pending',
    });
    expect(events('data')).toEqual([event]);
    expect(conditions('Pod', 'web')).toEqual([
      'PodScheduled False Unschedulable',
    ]);
    expect(events('web')[0]).toMatch(
      /0\/3 nodes are available: pod has unbound immediate PersistentVolumeClaims\./,
    );
  });

  it('let a pod wait for a claim that is not there yet', () => {
    clocked.cluster.load([FILES, pod('web', 'share')]);
    pass(60);
    expect(events('web')[0]).toMatch(/persistentvolumeclaim "share" not found/);
    clocked.cluster.load([claim('share', 'azurefile-csi')]);
    pass(120);
    expect(status('Pod', 'web')).toMatchObject({ phase: 'Running' });
  });

  it('give each pod of a StatefulSet a disk that outlives it', () => {
    const { spec } = deployment('db');
    clocked.cluster.load([
      DISK,
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'db', namespace: 'default' },
        spec: {
          ...spec,
          serviceName: 'db',
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: claim('', 'managed-csi').spec,
            },
          ],
        },
      },
    ]);
    pass(600);
    expect(status('StatefulSet', 'db')).toMatchObject({ readyReplicas: 2 });
    const claims = () =>
      clocked.cluster.objects
        .list('PersistentVolumeClaim', 'default')
        .map(({ metadata }) => metadata.name);
    expect(claims()).toEqual(['data-db-0', 'data-db-1']);
    expect(valueAt(get('Pod', 'db-1'), 'spec.volumes')).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'data-db-1' } },
    ]);
    clocked.cluster.objects.delete('StatefulSet', 'default', 'db');
    pass(300);
    expect(get('Pod', 'db-0')).toBeUndefined();
    expect(claims()).toEqual(['data-db-0', 'data-db-1']);
  });

  it('take a disk away with its claim, which pods protect', () => {
    clocked.cluster.load([
      DISK,
      claim('data', 'managed-csi'),
      pod('web', 'data'),
    ]);
    pass(300);
    const volume = volumeOf('data')?.metadata.name ?? '';
    clocked.cluster.objects.delete('PersistentVolumeClaim', 'default', 'data');
    pass(60);
    expect(get('PersistentVolumeClaim', 'data')).toBeDefined();
    clocked.cluster.objects.delete('Pod', 'default', 'web');
    pass(60);
    expect(get('PersistentVolumeClaim', 'data')).toBeUndefined();
    expect(
      clocked.cluster.objects.get('PersistentVolume', undefined, volume),
    ).toBeUndefined();
  });

  it('keep a volume whose class says so, and bind one that is offered', () => {
    clocked.cluster.load([
      { ...FILES, reclaimPolicy: 'Retain' },
      claim('share', 'azurefile-csi'),
      {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'archive' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '10Gi' },
          csi: { driver: 'file.csi.azure.com', volumeHandle: 'archive' },
          storageClassName: '',
        },
      },
      claim('archive', ''),
    ]);
    pass(60);
    expect(status('PersistentVolumeClaim', 'archive')).toMatchObject({
      phase: 'Bound',
      capacity: { storage: '10Gi' },
    });
    const name = volumeOf('share')?.metadata.name ?? '';
    clocked.cluster.objects.delete('PersistentVolumeClaim', 'default', 'share');
    pass(60);
    expect(
      clocked.cluster.objects.get('PersistentVolume', undefined, name)?.status,
    ).toMatchObject({ phase: 'Released' });
  });
});
