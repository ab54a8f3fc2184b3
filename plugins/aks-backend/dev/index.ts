import { startSandbox } from '@backstage-aks/sandbox';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

// The plugin by itself, over the sandbox's company. Everybody is let in:
//   curl http://localhost:7007/api/aks/v1/status
//   curl http://localhost:7007/api/aks/v1/entities/component/default/shop-front/exposure
async function start() {
  const sandbox = await startSandbox({ world: 'demo' });
  const cluster = sandbox.cluster();

  const backend = createBackend();
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          listen: { host: '127.0.0.1', port: 7007 },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        aks: {
          clusters: [
            {
              name: cluster.name,
              environment: 'production',
              url: cluster.url,
              auth: {
                type: 'serviceAccountToken',
                token: cluster.tokens.reader,
              },
            },
          ],
        },
      },
    }),
  );
  backend.add(
    catalogServiceMock.factory({
      entities: ['shop-front', 'checkout', 'newsletter'].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name,
          annotations: { 'backstage.io/kubernetes-id': name },
        },
      })),
    }),
  );
  backend.add(import('../src'));
  await backend.start();
}

start();
