import { send } from '../__testUtils__/request';
import { valueAt } from '../objects/json';
import { startSandbox } from '../startSandbox';

describe('schemas of add-ons', () => {
  it('take the addresses that a Gateway asks for', async () => {
    const sandbox = await startSandbox({ world: 'healthy' });
    const gateway = (addresses: unknown[]) =>
      send(sandbox.cluster().url, {
        method: 'POST',
        path: '/apis/gateway.networking.k8s.io/v1/namespaces/shop/gateways?fieldValidation=Strict',
        token: 'sandbox-admin',
        body: {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'Gateway',
          metadata: { generateName: 'fixed-' },
          spec: {
            gatewayClassName: 'x',
            addresses,
            listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
          },
        },
      });
    const accepted = await gateway([{ value: '10.0.0.7' }]);
    expect([accepted.status, valueAt(accepted.body, 'spec.addresses')]).toEqual(
      [201, [{ type: 'IPAddress', value: '10.0.0.7' }]],
    );
    const refused = await gateway(['10.0.0.7']);
    expect(refused.status).toBe(422);
    await sandbox.close();
  });

  it.each([
    {
      path: 'approuting.kubernetes.azure.com/v1alpha1/nginxingresscontrollers',
      kind: 'NginxIngressController',
      good: { ingressClassName: 'internal', scaling: { threshold: 'rapid' } },
      bad: { ingressClassName: 'internal', scaling: { threshold: 'fast' } },
    },
    {
      path: 'secrets-store.csi.x-k8s.io/v1/namespaces/shop/secretproviderclasses',
      kind: 'SecretProviderClass',
      good: { provider: 'azure', parameters: { keyvaultName: 'contoso' } },
      bad: { provider: 'azure', parameters: { usePodIdentity: false } },
    },
  ])('take a $kind as it is meant, and no other', async row => {
    const { path, kind, good, bad } = row;
    const sandbox = await startSandbox({ world: 'healthy' });
    const cluster = sandbox.cluster();
    const [group, version] = path.split('/');
    const object = (spec: object) => ({
      apiVersion: `${group}/${version}`,
      kind,
      metadata: { generateName: 'a-' },
      spec,
    });
    cluster.load([
      { ...object(good), metadata: { name: 'seeded', namespace: 'shop' } },
    ]);
    const create = (spec: object) =>
      send(cluster.url, {
        method: 'POST',
        path: `/apis/${path}?fieldValidation=Strict`,
        token: 'sandbox-admin',
        body: object(spec),
      });
    expect((await create(good)).status).toBe(201);
    expect((await create(bad)).status).toBe(422);
    expect((await create({ ...good, unheardOf: 1 })).status).toBe(400);
    await sandbox.close();
  });
});
