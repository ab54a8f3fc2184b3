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
});
