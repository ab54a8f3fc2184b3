import { hostileTexts } from './hostile';
import { instead, Spoiler } from './Spoiler';
import { triggerSpoilers } from './spoilTriggers';

const notHosts = hostileTexts;
const web = { hosts: ['a.example.com'], port: 'http', tls: { by: 'none' } };

/** What does not go together, or with the kind. */
export const wholeSpoilers: readonly Spoiler[] = [
  ...triggerSpoilers,
  instead('probes.liveness.port', () => ({
    probes: { liveness: { type: 'tcp', port: 'nowhere' } },
  })),
  instead('scaling.maxReplicas', random => ({
    scaling: random.one([
      { type: 'hpa', minReplicas: 3, maxReplicas: 3 },
      { type: 'hpa', maxReplicas: 0 },
      { type: 'hpa' },
    ]),
  })),
  instead('scaling.metrics[0].object.kind', random => ({
    scaling: {
      type: 'hpa',
      maxReplicas: 3,
      metrics: [
        {
          type: 'Object',
          metric: 'requests',
          object: {
            apiVersion: 'v1',
            kind: random.one(['a/b', '%', 'ingress', '']),
            name: 'shop',
          },
          target: { type: 'Value', value: '1' },
        },
      ],
    },
  })),
  instead('scaling.metrics[0].metric', random => ({
    scaling: {
      type: 'hpa',
      maxReplicas: 3,
      metrics: [
        {
          type: 'Pods',
          metric: random.one(['.', '..', 'a/b', '50%', '']),
          average: '1',
        },
      ],
    },
  })),
  instead('scaling.metrics[1]', () => ({
    scaling: {
      type: 'hpa',
      maxReplicas: 3,
      metrics: [60, 70].map(utilization => ({
        type: 'ContainerResource',
        resource: 'cpu',
        utilization,
      })),
    },
  })),
  // The schema cannot tell: another autoscaler would take it.
  instead('environments[0].minReplicas', () => ({
    scaling: { type: 'hpa', maxReplicas: 3 },
    environments: [{ name: 'dev', minReplicas: 0 }],
  })),
  instead('update.maxUnavailable', random => ({
    answers: { placement: 'every-node' },
    update: random.one([
      { maxSurge: 1, maxUnavailable: 1 },
      { maxSurge: '10%', maxUnavailable: '10%' },
      { maxUnavailable: 0 },
      { maxUnavailable: '0%' },
    ]),
  })),
  {
    // 52 characters, a hyphen, a hash of 10 and an index do not fit.
    field: 'name',
    spoil(intent, random) {
      const { spoil } = instead('name', () => ({
        ports: [],
        run: { indexed: true, completions: random.one([1, 10, 11]) },
      }));
      spoil(intent, random);
      intent.name = 'a'.repeat(52);
    },
  },
  instead('exposure.path', random => ({
    exposure: {
      ...web,
      type: random.one(['gateway', 'ingress']),
      className: 'nginx',
      path: random.one([
        '/a b',
        '/ü',
        '/{id}',
        '/a%zz',
        '/"',
        '/a?b',
        'a',
        '/^',
      ]),
    },
  })),
  instead('schedule.cron', random => ({
    schedule: {
      cron: random.one(['0 0 * * 7', '0 0 * * 5-7', '0 0 * * SAT-SUN']),
    },
  })),
  instead('schedule.timeZone', random => ({
    schedule: {
      cron: '@daily',
      timeZone: random.one([
        ...['europe/berlin', 'Europe/BERLIN', 'utc', 'PST', 'IST', 'Local'],
        ...['SystemV/AST4', 'US/PACIFIC', 'us/pacific', 'local', '+02:00'],
      ]),
    },
  })),
  instead('scaling.minReplicas', () => ({
    scaling: {
      type: 'keda',
      maxReplicas: 3,
      triggers: [{ type: 'cpu', metadata: { value: '70' } }],
    },
  })),
  // A peer writes fixed replicas beside an autoscaler: here there is no such thing.
  instead('scaling.replicas', () => ({
    scaling: { type: 'hpa', maxReplicas: 3, replicas: 2 },
  })),
  instead('scaling', () => ({ answers: { copies: 'autoscaled' } })),
  instead('answers.copies', () => ({
    answers: { copies: 'several' },
    scaling: { type: 'hpa', maxReplicas: 3 },
  })),
  instead('scaling', () => ({
    run: {},
    scaling: { type: 'hpa', maxReplicas: 3 },
  })),
  instead('scaling', () => ({
    answers: { placement: 'every-node' },
    scaling: { type: 'hpa', maxReplicas: 3 },
  })),
  instead('schedule', () => ({
    answers: { placement: 'every-node' },
    schedule: { cron: '@daily' },
  })),
  instead('schedule', () => ({
    answers: { completion: 'ends', schedule: 'set-times' },
  })),
  instead('schedule.cron', random => ({
    schedule: {
      cron: random.one([
        '0 0 30 2 *',
        '0 0 31 4 *',
        '* * * *',
        '0 0 * * * *',
        '61 * * * *',
        '0 24 * * *',
        '@reboot',
        '@every 5m',
        'TZ=UTC 0 0 * * *',
        'CRON_TZ=UTC 0 0 * * *',
        '',
        '0  0 * * *',
        '0 0 L * *',
        '0 0 * * 1#2',
        'mon 0 * * *',
      ]),
    },
  })),
  instead('schedule.timeZone', random => ({
    schedule: {
      cron: '@daily',
      timeZone: random.one([
        'Mars/Olympus',
        'Local',
        '+02:00',
        '',
        'Europe/Berlin ',
      ]),
    },
  })),
  instead('name', () => ({
    name: 'a'.repeat(53),
    schedule: { cron: '@daily' },
  })),
  instead('run.completions', () => ({ run: { indexed: true } })),
  instead('run.restartPolicy', random => ({
    run: random.one([
      { restartPolicy: 'Always' },
      { restartPolicy: 'OnFailure', failOnExitCodes: [3] },
    ]),
  })),
  instead('exposure.port', () => ({
    exposure: { type: 'gateway', ...web, port: 'other' },
  })),
  instead('exposure.hosts[0]', random => ({
    exposure: {
      type: 'gateway',
      ...web,
      hosts: [
        random.one([
          'localhost',
          'A.example.com',
          '*.com.',
          'a..b',
          '10.0.0.1',
          'x y.com',
          ...notHosts,
        ]),
      ],
    },
  })),
  instead('exposure.tls', () => ({
    exposure: {
      type: 'ingress',
      className: 'x',
      hosts: ['a.example.com'],
      port: 'http',
    },
  })),
  instead('exposure.tls.by', () => ({
    exposure: {
      type: 'gateway',
      ...web,
      tls: { by: 'secret', name: 'x' },
      gateway: { use: 'shared', name: 'g', namespace: 'n' },
    },
  })),
  instead('exposure.tls.by', () => ({
    exposure: {
      type: 'gateway',
      ...web,
      tls: {
        by: 'key-vault',
        certificate: 'https://shop.vault.azure.net/certificates/shop',
        serviceAccount: 'certificates',
      },
      gateway: { use: 'own', stack: 'istio' },
    },
  })),
  instead('exposure.gateway.internal', () => ({
    exposure: {
      type: 'gateway',
      ...web,
      gateway: {
        use: 'own',
        stack: 'application-gateway-for-containers',
        internal: true,
        loadBalancer: { namespace: 'a', name: 'b' },
      },
    },
  })),
  instead('exposure.sourceRanges[0]', random => ({
    exposure: {
      type: 'load-balancer',
      sourceRanges: [random.one(['10.0.0.0', '10.0.0.0/33', 'everyone'])],
    },
  })),
  instead('storage.size', random => ({
    storage: {
      type: 'shared',
      mountPath: '/d',
      size: random.one(['0', '10', 'big', '-1Gi', '10m']),
    },
  })),
  instead('storage', () => ({
    storage: { type: 'one-disk', mountPath: '/d' },
    scaling: { type: 'fixed', replicas: 2 },
  })),
  instead('update.maxUnavailable', () => ({
    update: { maxSurge: 0, maxUnavailable: '0%' },
  })),
  instead('update.maxSurge', random => ({
    answers: { placement: 'every-node' },
    update: { onDelete: true, maxSurge: random.one([0, 1, '20%']) },
  })),
  instead('update.maxUnavailable', random => ({
    answers: { placement: 'every-node' },
    update: { onDelete: true, maxUnavailable: random.one([0, 1, '20%']) },
  })),
  instead('update.partition', random => ({
    answers: { identity: 'own-name' },
    update: { onDelete: true, partition: random.one([0, 2]) },
  })),
  instead('name', random => ({
    name: 'a'.repeat(47),
    exposure: {
      type: 'gateway',
      ...web,
      ...random.one([{}, { gateway: { use: 'own', stack: 'app-routing' } }]),
    },
  })),
  instead('name', () => ({
    name: 'a'.repeat(58),
    exposure: {
      type: 'gateway',
      ...web,
      gateway: { use: 'own', stack: 'istio' },
    },
  })),
  instead('placement.spot', () => ({
    answers: { identity: 'own-name' },
    placement: { spot: true },
  })),
  instead('environments[0].maxReplicas', () => ({
    scaling: { type: 'hpa', maxReplicas: 5 },
    environments: [{ name: 'dev', maxReplicas: 1 }],
  })),
  instead('environments[0].replicas', () => ({
    scaling: { type: 'hpa', maxReplicas: 5 },
    environments: [{ name: 'dev', replicas: 1 }],
  })),
];
