import { AKS_SIGNAL_CHANNEL } from '@backstage-aks/plugin-aks-common';
import { Sandbox, SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { component } from './__testUtils__/component';
import { exposureViewOf } from './__testUtils__/exposureViewOf';
import { eventually } from './collect/__testUtils__/eventually';
import { aksPlugin } from './plugin';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../../..');

const recording = path.resolve(root, '../shared/cluster-recording/objects');

const isRecorded = fs.existsSync(recording);
// eslint-disable-next-line jest/no-disabled-tests -- not part of the repository
const describeRecording = isRecorded ? describe : describe.skip;
if (!isRecorded) {
  // eslint-disable-next-line no-console -- a skip has to say its reason
  console.warn(`Tests on the recording are skipped: there is no ${recording}`);
}

describe('aksPlugin', () => {
  const running: Sandbox[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map(sandbox => sandbox.close()));
  });

  async function startCluster(world?: 'demo') {
    const sandbox = await startSandbox({ world });
    running.push(sandbox);
    return sandbox.cluster();
  }

  async function startPortal(cluster: SandboxCluster, entities: Entity[]) {
    const changed = new Set<string>();
    const { server } = await startTestBackend({
      features: [
        aksPlugin,
        signalsFactory(scopes => scopes.forEach(scope => changed.add(scope))),
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
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
      ],
    });
    return { server, changed };
  }

  type Server = Awaited<ReturnType<typeof startPortal>>['server'];

  /** How a component is reached through its Ingress, in few words. */
  async function exposureOf(server: Server, name: string) {
    const { body } = await request(server).get(
      `/api/aks/v1/entities/component/default/${name}/exposure`,
    );
    const view = exposureViewOf(body);
    const exposure = view.environments
      .flatMap(environment => environment.exposures)
      .find(({ route }) => route.kind === 'Ingress');
    return {
      scopes: view.scopes,
      verdict: exposure?.verdict,
      brokenAt: exposure?.brokenAt,
      hops: exposure?.hops
        .filter(hop => hop.judged)
        .map(hop => `${hop.kind} ${hop.verdict}`),
    };
  }

  const everyHop = [
    'address ok',
    'listener ok',
    'route ok',
    'service ok',
    'endpoints ok',
    'pods ok',
  ];

  it("shows Contoso's services as they are, and as they become", async () => {
    const cluster = await startCluster('demo');
    const { server, changed } = await startPortal(cluster, contosoServices());

    await eventually(async () =>
      expect(await exposureOf(server, 'shop-front')).toMatchObject({
        verdict: 'ok',
        brokenAt: undefined,
        hops: everyHop,
      }),
    );
    await eventually(async () =>
      expect(await exposureOf(server, 'checkout')).toMatchObject({
        verdict: 'broken',
        brokenAt: 'service',
      }),
    );
    await eventually(async () =>
      expect(await exposureOf(server, 'newsletter')).toMatchObject({
        verdict: 'broken',
        brokenAt: 'listener',
      }),
    );

    changed.clear();
    const scaled = await fetch(
      `${cluster.url}/apis/apps/v1/namespaces/shop/deployments/shop-front/scale`,
      {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${cluster.tokens.admin}`,
          'content-type': 'application/merge-patch+json',
        },
        body: JSON.stringify({ spec: { replicas: 0 } }),
      },
    );
    expect(scaled.status).toBe(200);
    await eventually(async () => {
      const { verdict, hops, scopes } = await exposureOf(server, 'shop-front');
      expect(verdict).toBe('broken');
      expect(hops).toContain('pods broken');
      // Open pages were told, by a scope that their view was made of.
      expect(scopes.some(scope => changed.has(scope))).toBe(true);
    });
  });

  describeRecording('with a recorded cluster', () => {
    it('shows its services in full', async () => {
      const cluster = await startCluster();
      cluster.load(recordedObjects());
      const { server } = await startPortal(cluster, [
        component('store-front', { selector: 'app=store-front' }),
        component('frontend', { selector: 'app=frontend' }),
      ]);
      for (const name of ['store-front', 'frontend']) {
        await eventually(async () =>
          expect(await exposureOf(server, name)).toMatchObject({
            verdict: 'warning',
            brokenAt: 'listener',
            hops: [
              'address ok',
              // The recorded cluster had no ingress controller, hence no class.
              'listener warning',
              'route ok',
              'service ok',
              'endpoints ok',
              // Some pods were still starting.
              expect.stringMatching(/^pods (ok|warning)$/),
            ],
          }),
        );
      }
    });
  });

  it('names the wrong key of a wrong configuration and does not start', async () => {
    await expect(
      startTestBackend({
        features: [
          aksPlugin,
          catalogServiceMock.factory(),
          mockServices.rootConfig.factory({
            data: { aks: { ownership: { unbound: 'perhaps' } } },
          }),
        ],
      }),
    ).rejects.toThrow(/aks\.ownership\.unbound/);
  });
});

function signalsFactory(onScopes: (scopes: string[]) => void) {
  return createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({
      async publish({ channel, message }) {
        if (channel === AKS_SIGNAL_CHANNEL && Array.isArray(message.scopes)) {
          onScopes(message.scopes.map(String));
        }
      },
    }),
  });
}

function contosoServices(): Entity[] {
  const file = path.join(root, 'examples/contoso/services.yaml');
  return parseAllDocuments(fs.readFileSync(file, 'utf8')).map(document =>
    document.toJS(),
  );
}

/** Every list of the recording, as one text. */
function recordedObjects(): string {
  return fs
    .readdirSync(recording)
    .map(name => fs.readFileSync(path.join(recording, name), 'utf8'))
    .join('\n---\n');
}
