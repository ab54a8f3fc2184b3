import { openPortal } from './__testUtils__/openPortal';

const base = {
  name: 'shop-front',
  namespace: 'shop',
  image: 'shop.azurecr.io/front:1.4.2',
  probes: { liveness: { type: 'command', command: ['/app/health'] } },
  form: 'yaml',
  destination: 'show',
};
const metadata = { queueName: 'orders', namespace: 'shop' };
const queue = {
  type: 'azure-servicebus',
  metadata,
  authentication: { type: 'workload-identity' },
};

describe('a template as the scaffolder runs it', () => {
  let portal: Awaited<ReturnType<typeof openPortal>> | undefined;
  afterEach(() => portal?.stop());

  async function run(folder: string, values: object) {
    portal = await openPortal(folder, {});
    return portal.run({ ...base, ...values });
  }

  it('lets a queue scale a worker', async () => {
    const { status, log, texts } = await run('worker', {
      answers: { copies: 'autoscaled' },
      scaling: { type: 'keda', maxReplicas: 9, triggers: [queue] },
    });
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(texts.Files).toContain('### manifests/scaledobject.yaml');
    expect(texts.Files).toContain('provider: azure-workload');
    expect(texts.Files).not.toMatch(/^ *replicas:/m);
    expect(texts.Checks).toMatch(/0 broken/);
  });

  it.each([
    [{ metadata: { queueName: 'orders' } }, /namespace/],
    [{ metadata: { ...metadata, messageCount: '0' } }, /messageCount/],
    [{ type: 'azure-queue' }, /accountName/],
    [{ type: 'cron' }, /type/],
  ])('takes no queue like %j', async (wrong, field) => {
    await expect(
      run('worker', {
        answers: { copies: 'autoscaled' },
        scaling: {
          type: 'keda',
          maxReplicas: 9,
          triggers: [{ ...queue, ...wrong }],
        },
      }),
    ).rejects.toThrow(field);
  });

  it('lets an agent read directories of its node, and says what that takes', async () => {
    const { status, log, texts } = await run('node-agent', {
      answers: { placement: 'every-node' },
      nodePaths: [{ path: '/var/log' }],
    });
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(texts.Files).toContain('hostPath');
    expect(texts['Kind and reasons']).toContain(
      'pod-security.kubernetes.io/enforce: privileged',
    );
  });
});
