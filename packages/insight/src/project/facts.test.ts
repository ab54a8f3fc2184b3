import { RecordKind } from '../record';
import { project } from './project';
import { projectionOf } from '../testing/specimenOf';

describe('the template of a ReplicaSet', () => {
  const replicaSet = (kind?: string) =>
    project('ReplicaSet', {
      metadata: {
        name: 'shop',
        namespace: 'shop',
        ownerReferences: kind
          ? [
              {
                kind,
                name: 'shop',
                controller: true,
                uid: '1',
                apiVersion: 'apps/v1',
              },
            ]
          : [],
      },
      spec: { template: { spec: { hostNetwork: true } } },
    })?.record;

  it.each([[undefined], ['Rollout']])('is kept (owner: %s)', kind => {
    expect(replicaSet(kind)).toMatchObject({ template: { hostNetwork: true } });
  });

  it('is not kept where a Deployment has the same', () => {
    expect(replicaSet('Deployment')).not.toHaveProperty('template');
  });
});

describe('facts', () => {
  it.each<[RecordKind, object]>([
    [
      'Deployment',
      {
        strategy: 'Recreate',
        observed: false,
        replicasSetBy: [
          {
            name: 'argocd-controller',
            operation: 'Apply',
            subresource: 'scale',
          },
        ],
        finalizers: ['contoso.example/keep'],
        template: {
          localVolumes: ['emptyDir', 'hostPath'],
          affinity: ['anti'],
          claims: ['data'],
        },
      },
    ],
    [
      'StatefulSet',
      {
        podManagement: 'Parallel',
        partition: 1,
        claimTemplates: [
          { name: 'data', storageClass: 'managed-csi', requested: '8Gi' },
        ],
        claimRetention: { whenDeleted: 'Delete', whenScaled: 'Retain' },
      },
    ],
    ['DaemonSet', { desired: 3, ready: 2, strategy: 'OnDelete' }],
    [
      'Job',
      {
        suspended: true,
        settings: {
          completions: 2,
          indexed: true,
          backoffLimit: 3,
          keptFor: 300,
        },
      },
    ],
    [
      'CronJob',
      { schedule: '*/5 * * * *', timeZone: 'Europe/Berlin', active: 1 },
    ],
    [
      'Node',
      {
        pool: 'system',
        provisioner: 'pool',
        unschedulable: true,
        upgradeStatus: 'Quarantined',
        kubeletVersion: 'v1.36.2',
        taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }],
      },
    ],
    [
      'HorizontalPodAutoscaler',
      {
        metrics: [
          { name: 'cpu', container: 'app', current: { utilization: 90 } },
          { name: 'requests', of: { kind: 'Ingress', name: 'shop' } },
        ],
        down: { stabilization: 60, select: 'Min', tolerance: '0.05' },
      },
    ],
    ['ScaledObject', { pause: { atReplicas: 3, in: true, whole: false } }],
    ['TriggerAuthentication', { sources: ['azureKeyVault', 'hashiCorpVault'] }],
    [
      'Gateway',
      {
        addresses: [{ ip: '1.2.3.4' }, { hostname: 'a.example' }],
        listeners: [
          {
            attachedRoutes: 2,
            allowed: { from: 'Selector', kinds: ['HTTPRoute'] },
            conditions: [{ type: 'Ready', outdated: true }, { type: 'Other' }],
          },
        ],
      },
    ],
    [
      'GRPCRoute',
      { rules: [{ matches: [{ type: 'Method', value: 'shop.Cart/Add' }] }] },
    ],
    [
      'NetworkPolicy',
      {
        ingress: [
          {
            peers: [{ namespaces: [] }, { cidr: '10.0.0.0/8' }],
            ports: [{ endPort: 90 }, { port: 'web' }],
          },
        ],
      },
    ],
    ['PodDisruptionBudget', { minAvailable: '50%', maxUnavailable: 1 }],
    ['ConfigMap', { keys: ['logo', 'settings.yaml'], immutable: true }],
    ['StorageClass', { sku: 'Premium_ZRS', expandable: true }],
    [
      'PersistentVolume',
      { zones: ['westeurope-1'], driver: 'disk.csi.azure.com' },
    ],
    [
      'Certificate',
      {
        dnsNames: ['shop.contoso.example', '*.contoso.example'],
        notAfter: '2027-01-30T08:00:00Z',
        failedAttempts: 1,
      },
    ],
    [
      'ClusterIssuer',
      {
        type: 'acme',
        staging: true,
        acmeServer: 'acme-staging-v02.api.letsencrypt.org',
        solvers: [
          { type: 'dns01-azure', signsInBy: 'client-secret' },
          { type: 'http01-ingress', ingressClass: 'nginx' },
        ],
      },
    ],
    ['Order', { state: 'errored', signals: ['acme-rate-limited'] }],
    ['Challenge', { signals: ['self-check-dns'] }],
    [
      'NodePool',
      {
        budgets: [{ nodes: '10%', reasons: ['Drifted'] }],
        expireAfter: '720h',
      },
    ],
    [
      'Event',
      { reason: 'FailedScheduling', count: 4, signals: ['insufficient-cpu'] },
    ],
    [
      'PolicyReport',
      {
        summary: { fail: 1, pass: 3 },
        results: [{ policy: 'require-limits' }],
      },
    ],
  ])('of a %s', (kind, expected) => {
    expect(projectionOf(kind).record).toMatchObject(expected);
  });

  it.each<[string, object | undefined]>([
    ['nginx', { repository: 'nginx', pinned: 'latest' }],
    ['nginx:latest', { repository: 'nginx', pinned: 'latest' }],
    [
      'registry.example:5000/a/b:v0.22.0',
      {
        registry: 'registry.example:5000',
        repository: 'a/b',
        version: 'v0.22.0',
        pinned: 'tag',
      },
    ],
    ['team/app:main-7', { repository: 'team/app', pinned: 'tag' }],
    ['no image at all', undefined],
  ])('of the image %s', (image, expected) => {
    const spec = { containers: [{ name: 'app', image }] };
    const { record } = projectionOf('Pod', { spec });
    expect('spec' in record && record.spec).toMatchObject({
      containers: [{ container: 'app' }],
    });
    expect(
      'spec' in record &&
        record.kind === 'Pod' &&
        record.spec?.containers[0].image,
    ).toEqual(expected);
  });

  it.each<[object, object]>([
    [{}, { completions: 1, parallelism: 1, backoffLimit: 6 }],
    [{ parallelism: 3 }, { parallelism: 3, backoffLimit: 6 }],
    [{ completions: 4 }, { completions: 4, parallelism: 1 }],
    [{ backoffLimitPerIndex: 1 }, { backoffLimit: 2_147_483_647 }],
  ])('of a Job with %j', (spec, settings) => {
    expect(projectionOf('Job', { spec }).record).toMatchObject({ settings });
  });

  it.each<[object, object]>([
    [{}, { ingress: [] }],
    [{ egress: [{}] }, { ingress: [], egress: [{}] }],
    [{ policyTypes: ['Egress'] }, { egress: [] }],
    [{ ingress: [{ from: ['odd'] }] }, { ingress: [{ peers: [] }] }],
  ])('of a NetworkPolicy with %j', (spec, expected) => {
    const { record } = projectionOf('NetworkPolicy', { spec });
    expect(record).toMatchObject(expected);
    expect('egress' in record).toBe('egress' in expected);
    expect('ingress' in record).toBe('ingress' in expected);
  });
});
