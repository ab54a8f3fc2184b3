import { SandboxCluster, startSandbox } from '@backstage-aks/sandbox';
import { AKS_SIGNAL_CHANNEL } from '@backstage-aks/plugin-aks-common';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import request from 'supertest';
import { component } from './__testUtils__/component';
import { exposureViewOf } from './__testUtils__/exposureViewOf';
import { eventually } from './collect/__testUtils__/eventually';
import { aksPlugin } from './plugin';

jest.setTimeout(240_000);

const HOST = 'shop.contoso.example';
const HOSTS = 5_000;
const AT_ONCE = 50;

/** Host names of other teams, on a cluster that really serves its API. */
describe('a service on a cluster with thousands of host names', () => {
  const changed = new Set<string>();
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let cluster: SandboxCluster;
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    sandbox = await startSandbox({ world: 'demo' });
    cluster = sandbox.cluster();
    ({ server } = await startTestBackend({
      features: [
        aksPlugin,
        signals(changed),
        catalogServiceMock.factory({
          entities: [
            component('shop-front', {
              selector: 'backstage.io/kubernetes-id=shop-front',
            }),
          ],
        }),
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
    }));
    await write('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'rivals' },
    });
  });
  afterAll(() => sandbox.close());

  async function write(method: string, path: string, body?: object) {
    const answer = await fetch(`${cluster.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${cluster.tokens.admin}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.ok).toBe(true);
    await answer.arrayBuffer();
  }

  const INGRESSES = '/apis/networking.k8s.io/v1/namespaces/rivals/ingresses';

  const claim = (name: string, host: string) =>
    write('POST', INGRESSES, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name },
      spec: {
        ingressClassName: 'traefik',
        rules: [
          {
            host,
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name, port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    });

  async function seen() {
    const { body } = await request(server).get(
      '/api/aks/v1/entities/component/default/shop-front/exposure',
    );
    const { environments, scopes } = exposureViewOf(body);
    const [exposure] = environments
      .flatMap(({ exposures }) => exposures)
      .filter(({ host }) => host === HOST);
    const findings = (exposure?.hops ?? []).flatMap(
      ({ finding, otherFindings = [] }) =>
        finding ? [finding, ...otherFindings] : otherFindings,
    );
    return {
      scopes,
      found: exposure !== undefined,
      claimedTwice: findings.find(({ rule }) => rule === 'IN41')?.cause,
    };
  }

  async function crowdSize() {
    const { body } = await request(server).get(
      '/api/aks/v1/hosts?limit=1&query=.crowd.example',
    );
    return body.totalItems as number;
  }

  it('hears of a rival among them, and of its end', async () => {
    await eventually(async () =>
      expect(await seen()).toMatchObject({
        found: true,
        claimedTwice: undefined,
      }),
    );
    for (let start = 0; start < HOSTS; start += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) =>
          claim(`team-${start + index}`, `t${start + index}.crowd.example`),
        ),
      );
    }
    await eventually(
      async () => expect(await crowdSize()).toBe(HOSTS),
      120_000,
    );
    const { scopes, claimedTwice } = await seen();
    expect(claimedTwice).toBeUndefined();

    changed.clear();
    await claim('rival', HOST);
    await eventually(async () => {
      expect((await seen()).claimedTwice).toContain('rivals/rival');
      // Pages that were open before it came were told.
      expect(scopes.some(scope => changed.has(scope))).toBe(true);
    });

    await write('DELETE', `${INGRESSES}/rival`);
    await eventually(async () =>
      expect((await seen()).claimedTwice).toBeUndefined(),
    );
  });
});

function signals(changed: Set<string>) {
  return createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({
      async publish({ channel, message }) {
        if (channel === AKS_SIGNAL_CHANNEL && Array.isArray(message.scopes)) {
          message.scopes.forEach(scope => changed.add(String(scope)));
        }
      },
    }),
  });
}
