import { WorkloadIntentInput } from '../intent/WorkloadIntent';
import { hostileTexts } from './hostile';
import { Random } from './Random';
import { randomExposure } from './randomExposure';
import { randomScaling, randomTriggers } from './randomScaling';
import { randomConfiguration, randomSecrets } from './randomSettings';

export const GUID = '11111111-2222-3333-4444-555555555555';

export const KINDS = [
  'deployment',
  'recreate',
  'stateful-set',
  'daemon-set',
  'once-per-node',
  'job',
  'cron-job',
  'scaled-job',
] as const;

type Kind = (typeof KINDS)[number];

/** An intent that is valid, different for each seed. */
export function randomIntent(
  seed: number,
  namespace: string,
): WorkloadIntentInput {
  const random = new Random(seed);
  const kind = random.one(KINDS);
  const ends = ['job', 'cron-job', 'scaled-job', 'once-per-node'].includes(
    kind,
  );
  const routed = ['deployment', 'recreate', 'stateful-set'].includes(kind);
  const ports = randomPorts(random, ends ? 0 : random.whole(0, 3));
  const secrets = randomSecrets(random);
  return {
    name: `w${seed}-${random.one(['shop', 'a', 'front-end', 'x9'])}`,
    namespace,
    image: random.one([
      'nginx:1.29',
      'shop.azurecr.io/front/end:v1.4.2-rc.1_x',
      `ghcr.io/a/b@sha256:${'a'.repeat(64)}`,
      `localhost:5000/a:1@sha256:${'0'.repeat(64)}`,
    ]),
    command: random.maybe(() => texts(random, 3)),
    args: random.maybe(() => texts(random, 4)),
    ports,
    environment: Object.fromEntries(
      random.several(random.whole(0, 4), index => [
        `PLAIN_${index}`,
        random.one(hostileTexts),
      ]),
    ),
    resources: random.maybe(() => ({
      cpu: random.one(['1m', '0.25', '250m', '1e-1', '2']),
      memory: random.one(['64Mi', '1e8', '0.5Gi', '134217728']),
      cpuLimit: random.maybe(() => random.one(['2', '4000m'])),
      memoryLimit: random.maybe(() => random.one(['1Gi', '2e9'])),
    })),
    probes: ends ? undefined : randomProbes(random, ports),
    security: random.maybe(() => ({
      runAsUser: random.maybe(() => random.whole(1, 65535)),
      fsGroup: random.maybe(() => random.whole(1, 65535)),
      readOnlyRootFilesystem: random.chance(0.8),
      writablePaths: random.several(
        random.whole(0, 2),
        index => `/var/w${index}`,
      ),
    })),
    terminationGraceSeconds: random.maybe(() => random.whole(1, 600)),
    configuration: randomConfiguration(random),
    secrets,
    identity:
      secrets.some(({ source }) => source === 'key-vault') || random.chance(0.3)
        ? { clientId: GUID, tenantId: random.maybe(() => GUID) }
        : undefined,
    usesKubernetesApi: random.chance(0.2),
    recommendRequests:
      !ends || kind === 'once-per-node' ? random.chance(0.2) : false,
    ...kindFields(random, kind),
    exposure:
      routed && ports.some(({ protocol }) => protocol !== 'UDP')
        ? randomExposure(random, ports[0].name, kind !== 'recreate')
        : undefined,
    network: randomNetwork(random),
    catalog: random.maybe(() => ({
      owner: 'group:default/shop-team',
      title: random.one(['Shop front', '"no": {{ yes }}', 'Zoë 🚀']),
      description: random.one(hostileTexts),
    })),
  };
}

function kindFields(random: Random, kind: Kind): Partial<WorkloadIntentInput> {
  const run = {
    retries: random.whole(0, 10),
    deadlineSeconds: random.whole(1, 7200),
    restartPolicy: random.one(['Never', 'OnFailure'] as const),
    workQueue: random.chance(0.2),
    parallelism: random.whole(1, 5),
  };
  switch (kind) {
    case 'deployment':
      return {
        scaling: randomScaling(random),
        storage: random.maybe(
          () => ({ type: 'shared' as const, mountPath: '/shared' }),
          0.3,
        ),
        update: random.maybe(() => ({
          maxSurge: random.one([1, '50%']),
          maxUnavailable: random.one([0, '10%']),
          minReadySeconds: random.whole(0, 60),
        })),
      };
    case 'recreate':
      return { storage: { type: 'one-disk', mountPath: '/data' } };
    case 'stateful-set':
      return {
        answers: { identity: 'own-name' },
        storage: random.maybe(
          () => ({
            type: 'own-disks' as const,
            mountPath: '/data',
            size: random.one(['1Gi', '500M', '1e10']),
            whenDeleted: random.one(['Retain', 'Delete'] as const),
          }),
          0.8,
        ),
        scaling: random.maybe(() => randomScaling(random)),
        update: { parallel: random.chance(0.3), onDelete: random.chance(0.2) },
      };
    case 'daemon-set':
      return {
        answers: { placement: 'every-node' },
        placement: { everyTaint: random.chance(0.4) },
        update: { maxSurge: random.maybe(() => random.one([0, 1, '20%'])) },
      };
    case 'once-per-node':
      return { answers: { placement: 'every-node', completion: 'ends' } };
    case 'job':
      return {
        run: random.chance(0.5)
          ? run
          : {
              indexed: true,
              completions: random.whole(1, 50),
              retriesPerIndex: random.maybe(() => 2),
              failOnExitCodes: random.maybe(() => [42, 3]),
            },
      };
    case 'cron-job':
      return {
        run: random.maybe(() => run),
        schedule: {
          cron: random.one([
            '*/5 * * * *',
            '30 2 * * 1-5',
            '0 0 29 2 *',
            '@daily',
            '15,45 8-18/2 1 JAN MON',
            '5/10 */6 ? * 3,SUN',
          ]),
          timeZone: random.maybe(() =>
            random.one([
              ...['Europe/Berlin', 'Asia/Kolkata', 'UTC', 'US/Pacific'],
              ...['Etc/GMT+5', 'America/Port-au-Prince', 'Australia/NSW'],
            ]),
          ),
          overlap: random.one(['Allow', 'Forbid', 'Replace'] as const),
        },
      };
    default:
      return {
        run: random.maybe(() => run),
        scaling: {
          type: 'keda-jobs',
          maxReplicas: random.whole(1, 100),
          triggers: randomTriggers(random, false),
        },
      };
  }
}

function randomPorts(random: Random, count: number) {
  return random.several(count, index => ({
    name: ['http', 'metrics-1', 'x'][index],
    port: 8080 + index,
    protocol:
      index === 0 ? ('TCP' as const) : random.one(['TCP', 'UDP'] as const),
    servicePort: random.maybe(() => 80 + index),
  }));
}

function randomProbes(
  random: Random,
  ports: readonly { name: string }[],
): WorkloadIntentInput['probes'] {
  const command = { type: 'command' as const, command: ['/bin/check', 'no'] };
  const [port] = ports;
  if (!port) {
    return { liveness: command };
  }
  const probe = () =>
    random.one([
      command,
      { type: 'http' as const, path: '/healthz?x=1', port: port.name },
      { type: 'tcp' as const, port: port.name, periodSeconds: 7 },
      { type: 'grpc' as const, port: port.name, service: 'a.b' },
    ]);
  return {
    readiness: random.maybe(probe),
    liveness: random.maybe(probe),
    startup: random.maybe(probe),
  };
}

function randomNetwork(random: Random): WorkloadIntentInput['network'] {
  return random.maybe(() => ({
    policy: random.chance(0.9),
    allowFrom: random.several(random.whole(0, 2), index => ({
      namespace: random.maybe(() => `caller-${index}`),
      labels: random.maybe(() => ({ app: 'caller' })),
    })),
    egress: random.maybe(() => [
      { to: { cidr: '10.0.0.0/8' }, ports: [443] },
      { to: { namespace: 'db' } },
    ]),
  }));
}

function texts(random: Random, most: number): string[] {
  return random.several(random.whole(1, most), () => random.one(hostileTexts));
}
