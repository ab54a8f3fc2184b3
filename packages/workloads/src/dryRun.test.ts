/** @jest-environment node */
import { randomUUID } from 'node:crypto';
import { generateWorkload } from './generateWorkload';
import {
  DryRun,
  kubeconfigDryRun,
  sandboxDryRun,
} from './__testUtils__/dryRun';
import { randomIntent } from './__testUtils__/randomIntent';

const kubeconfig = process.env.TEST_KUBECONFIG;

if (!kubeconfig) {
  process.stdout.write(
    'Skipped: a dry run on a real server, as TEST_KUBECONFIG names none\n',
  );
}

const servers: [string, (namespace: string) => Promise<DryRun>][] = [
  ['the sandbox', sandboxDryRun],
];
if (kubeconfig) {
  servers.push([
    'the server of TEST_KUBECONFIG',
    namespace => kubeconfigDryRun(kubeconfig, namespace),
  ]);
}

const web = {
  ports: [{ name: 'http', port: 8080 }],
  secrets: [
    {
      source: 'external-secret',
      name: 's'.repeat(50),
      store: { name: 'vault' },
      keys: [{ key: 'KEY', remote: 'key' }],
      use: { as: 'files', mountPath: '/etc/secret' },
    },
  ],
  configuration: {
    maps: [
      {
        name: 'c'.repeat(50),
        literals: { KEY: 'value' },
        use: { as: 'files', mountPath: '/etc/config' },
      },
    ],
  },
};
const route = {
  type: 'gateway',
  hosts: ['shop.example.com'],
  port: 'http',
  tls: { by: 'cert-manager', issuer: 'letsencrypt' },
};
const triggers = [
  {
    type: 'azure-queue',
    metadata: { queueName: 'orders', accountName: 'shop' },
    authentication: { type: 'workload-identity' },
  },
];

/** Each with the most characters, as others add to the name. */
const longestNames: [string, number, object][] = [
  ['Deployment', 63, { ...web, scaling: { type: 'hpa', maxReplicas: 3 } }],
  ['KEDA', 63, { ...web, scaling: { type: 'keda', maxReplicas: 3, triggers } }],
  ['Gateway of application routing', 46, { ...web, exposure: route }],
  [
    'Gateway of Istio',
    57,
    { ...web, exposure: { ...route, gateway: { use: 'own', stack: 'istio' } } },
  ],
  [
    'StatefulSet',
    52,
    {
      ...web,
      storage: { type: 'own-disks', name: 'd'.repeat(20), mountPath: '/data' },
    },
  ],
  ['DaemonSet', 63, { ...web, answers: { placement: 'every-node' } }],
  ['Job', 52, { run: {} }],
  ['indexed Job', 49, { run: { indexed: true, completions: 100 } }],
  ['CronJob', 52, { schedule: { cron: '@daily' } }],
  ['ScaledJob', 45, { scaling: { type: 'keda-jobs', triggers } }],
];

describe.each(servers)('a strict dry run on %s', (_, open) => {
  const namespace = `workloads-${randomUUID().slice(0, 8)}`;
  let server: DryRun;
  beforeAll(async () => {
    server = await open(namespace);
  });
  afterAll(() => server.close());

  it('takes every object of 1,000 random intents', async () => {
    const faults: string[] = [];
    let taken = 0;
    // Kinds of add-ons that the server does not have are no fault.
    const absent = new Set<string>();
    const { partial, faultOf } = server;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const generated = generateWorkload(randomIntent(seed, namespace));
      const objects = generated.ok ? generated.objects[0].objects : [];
      const answers = await Promise.all(
        objects
          .filter(({ apiVersion }) => !absent.has(apiVersion))
          .map(async object => ({
            object,
            fault: await faultOf(object),
          })),
      );
      for (const { object, fault } of answers) {
        if (fault === undefined) {
          taken += 1;
        } else if (partial && fault === 'not served') {
          absent.add(object.apiVersion);
        } else {
          faults.push(`seed ${seed}, ${object.kind}: ${fault}`);
        }
      }
    }
    if (absent.size > 0) {
      process.stdout.write(
        `Skipped: kinds that are not served: ${[...absent].join(', ')}\n`,
      );
    }
    expect(faults.slice(0, 10)).toEqual([]);
    // A server without add-ons does not know some of the kinds.
    expect(taken).toBeGreaterThan(partial ? 4000 : 5000);
  }, 300_000);

  it.each(longestNames)(
    'takes every object of the longest name (%s)',
    async (_kind, most, fields) => {
      const intent = (length: number) => ({
        namespace,
        image: 'shop.azurecr.io/front:1.4.2',
        name: 'a'.repeat(length),
        ...fields,
      });
      const generated = generateWorkload(intent(most));
      expect(generated).toMatchObject({ ok: true });
      const objects = generated.ok ? generated.objects[0].objects : [];
      const faults = await Promise.all(objects.map(server.faultOf));
      expect(
        faults.filter(
          fault => fault && !(server.partial && fault === 'not served'),
        ),
      ).toEqual([]);
      expect(generateWorkload(intent(most + 1))).toMatchObject({
        ok: false,
        problems: [{ field: 'name' }],
      });
    },
  );

  it('refuses what is wrong', async () => {
    const generated = generateWorkload(randomIntent(1, namespace));
    const [object] = generated.ok ? generated.objects[0].objects : [];
    expect(
      await server.faultOf({ ...object, ...{ unknownField: 1 } }),
    ).toContain('unknownField');
  });
});
