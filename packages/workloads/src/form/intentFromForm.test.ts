import { generateWorkload } from '../generateWorkload';
import { intentFromForm } from './intentFromForm';

const base = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
};
const port = { name: 'http', port: 8080 };

// A form in which somebody has tried everything before they made up their mind.
const tried = {
  ...base,
  schedule: { cron: '30 2 * * *', timeZone: 'Europe/Berlin' },
  run: { retries: 5 },
  storage: { type: 'one-disk', mountPath: '/data' },
  nodePaths: [{ path: '/var/log', mountPath: '' }],
  scaling: { type: 'fixed', replicas: 3 },
  ports: [port],
  exposure: {
    type: 'gateway',
    hosts: ['shop.example.com'],
    port: 'http',
    tls: { by: 'none' },
  },
};

describe('the intent of a form', () => {
  it('has the fields of an intent and no others', () => {
    expect(
      intentFromForm({ ...base, repoUrl: 'github.com', form: 'helm' }),
    ).toEqual(base);
  });

  it('leaves out what was left empty, however deep', () => {
    expect(
      intentFromForm({
        ...base,
        partOf: '',
        ports: [],
        args: ['', null],
        resources: { cpu: '', memory: undefined },
        catalog: { owner: 'group:default/shop', system: '' },
        usesKubernetesApi: false,
      }),
    ).toEqual({
      ...base,
      catalog: { owner: 'group:default/shop' },
      usesKubernetesApi: false,
    });
  });

  const cases: [string, object, string[], object | undefined][] = [
    ['keeps running', {}, ['exposure', 'ports'], undefined],
    ['one copy', { copies: 'one' }, ['exposure', 'ports'], undefined],
    [
      'several copies',
      { copies: 'several' },
      ['exposure', 'ports', 'scaling'],
      { type: 'fixed', replicas: 3 },
    ],
    [
      'a disk for each copy',
      { storage: 'own-disks' },
      ['exposure', 'ports', 'storage'],
      undefined,
    ],
    ['ends', { completion: 'ends' }, ['run'], undefined],
    [
      'set times',
      { completion: 'ends', schedule: 'set-times' },
      ['run', 'schedule'],
      undefined,
    ],
    [
      'a queue',
      { completion: 'ends', trigger: 'queue' },
      ['run', 'scaling'],
      { type: 'keda-jobs' },
    ],
    [
      'every node, whatever was said of storage before',
      { placement: 'every-node', storage: 'own-disks' },
      ['nodePaths', 'ports'],
      undefined,
    ],
  ];
  it.each(cases)(
    'keeps what the answers ask for: %s',
    (_, answers, kept, scaling) => {
      const intent = intentFromForm({ ...tried, answers });
      expect(
        Object.keys(intent)
          .filter(field => !(field in base) && field !== 'answers')
          .sort(),
      ).toEqual(kept);
      expect(intent.scaling).toEqual(scaling);
    },
  );

  it('takes the type of storage and scaling from the answers', () => {
    const intent = intentFromForm({
      ...base,
      answers: { storage: 'own-disks', copies: 'several' },
      storage: { type: 'one-disk', mountPath: '/data' },
      scaling: { replicas: 3 },
      ports: [port],
    });
    expect(intent).toMatchObject({
      storage: { type: 'own-disks', mountPath: '/data' },
      scaling: { type: 'fixed', replicas: 3 },
    });
    expect(generateWorkload(intent)).toMatchObject({
      ok: true,
      kind: 'StatefulSet',
    });
  });

  it('leaves out what belongs to a choice that was made before', () => {
    expect(
      intentFromForm({
        ...base,
        answers: { copies: 'autoscaled', completion: 'keeps-running' },
        scaling: { type: 'fixed', replicas: 3, maxReplicas: 6 },
        exposure: {
          type: 'ingress',
          className: 'traefik',
          gateway: { use: 'own' },
          tls: { by: 'none', issuer: 'letsencrypt' },
        },
      }),
    ).toEqual({
      ...base,
      answers: { copies: 'autoscaled', completion: 'keeps-running' },
      scaling: { type: 'hpa', maxReplicas: 6 },
      exposure: { type: 'ingress', className: 'traefik', tls: { by: 'none' } },
    });
    expect(
      intentFromForm({
        ...base,
        exposure: { type: 'none', hosts: ['shop.example.com'] },
      }).exposure,
    ).toEqual({ type: 'none' });
  });

  describe('of a worker that KEDA scales', () => {
    const worker = (scaling: object) =>
      intentFromForm({
        ...base,
        answers: { copies: 'autoscaled' },
        probes: { liveness: { type: 'command', command: ['/app/health'] } },
        scaling,
      });
    const metadata = {
      queueName: 'orders',
      namespace: 'shop',
      messageCount: '5',
      accountName: 'shop',
      queueLength: '9',
    };
    const authentication = { type: 'workload-identity', clientId: '' };
    const trigger = { type: 'azure-queue', metadata, authentication };

    it('has no number of copies, nor what was asked for another queue', () => {
      const intent = worker({
        type: 'keda',
        replicas: 2,
        maxReplicas: 9,
        triggers: [trigger, { ...trigger, type: 'azure-servicebus' }],
      });
      expect(intent.scaling).toEqual({
        type: 'keda',
        maxReplicas: 9,
        triggers: [
          {
            type: 'azure-queue',
            metadata: {
              queueName: 'orders',
              accountName: 'shop',
              queueLength: '9',
            },
            authentication: { type: 'workload-identity' },
          },
          {
            type: 'azure-servicebus',
            metadata: {
              queueName: 'orders',
              namespace: 'shop',
              messageCount: '5',
            },
            authentication: { type: 'workload-identity' },
          },
        ],
      });
      expect(generateWorkload(intent)).toMatchObject({
        ok: true,
        kind: 'Deployment',
      });
    });

    it('keeps what a scaler of their own asks for', () => {
      const own = { type: 'artemis-queue', metadata };
      const { scaling } = worker({
        type: 'keda',
        maxReplicas: 9,
        triggers: [own, { type: 'cron' }],
      });
      expect(scaling).toMatchObject({ triggers: [own, { type: 'cron' }] });
    });

    it('has no queue once its load is told by CPU', () => {
      expect(
        worker({ type: 'hpa', maxReplicas: 9, triggers: [trigger] }).scaling,
      ).toEqual({ type: 'hpa', maxReplicas: 9 });
    });
  });

  it('leaves out what belongs to another source of a secret', () => {
    // Somebody tried all three sources in the same form.
    const database = {
      name: 'database',
      use: { as: 'all-variables', mountPath: '/etc/database' },
      vault: 'shop-vault',
      tenantId: '11111111-2222-4333-8444-555555555555',
      objects: [{ name: 'database-url', key: 'DATABASE_URL' }],
      store: { name: 'shop', kind: 'SecretStore' },
      keys: [{ remote: 'database-url', key: 'DATABASE_URL' }],
    };
    const { secrets } = intentFromForm({
      secrets: ['key-vault', 'external-secret', 'existing'].map(source => ({
        ...database,
        source,
      })),
    });
    const { name, vault, tenantId, objects, store, keys } = database;
    const use = { as: 'all-variables' };
    expect(secrets).toEqual([
      { source: 'key-vault', name, use, vault, tenantId, objects },
      { source: 'external-secret', name, use, store, keys },
      { source: 'existing', name, use, keys: ['DATABASE_URL'] },
    ]);
  });

  it('gives each of several key vaults a place of its own, which no form asks for', () => {
    const vault = (name: string) => ({
      source: 'key-vault',
      name,
      use: { as: 'all-variables' },
    });
    const { secrets } = intentFromForm({
      secrets: [
        vault('database'),
        { ...vault('mail'), mountPath: '/mnt/mail' },
      ],
    });
    expect(secrets).toMatchObject([
      { mountPath: '/mnt/secrets/database' },
      { mountPath: '/mnt/mail' },
    ]);
    expect(intentFromForm({ secrets: [vault('database')] }).secrets).toEqual([
      vault('database'),
    ]);
  });

  it('leaves a field that nobody knows, so that it is refused', () => {
    const intent = intentFromForm({
      ...base,
      exposure: { type: 'none', host: 'shop.example.com' },
    });
    expect(generateWorkload(intent)).toMatchObject({
      ok: false,
      problems: [{ field: 'exposure.host' }],
    });
  });

  it('writes no answer that nobody gave or that is not asked for', () => {
    expect(
      intentFromForm({
        ...base,
        answers: { completion: 'ends', storage: 'own-disks' },
      }).answers,
    ).toEqual({ completion: 'ends' });
  });

  it('leaves foreign answers to be refused', () => {
    const intent = intentFromForm({ ...tried, answers: { storage: 'tape' } });
    expect(generateWorkload(intent)).toMatchObject({
      ok: false,
      problems: [{ field: 'answers.storage' }],
    });
  });
});
