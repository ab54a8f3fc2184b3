/** @jest-environment node */
import { AksClient } from './client';

function clientThatAnswers(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_input: RequestInfo | URL, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  const client = new AksClient({
    fetch,
    baseUrl: async () => 'https://portal.example/api/aks',
  });
  return { client, urls: () => fetch.mock.calls.map(([url]) => url) };
}

const unannotated = {
  entityRef: 'component:default/web',
  service: 'unannotated',
  sources: [],
  hidden: { count: 0, namespaces: [] },
  scopes: [],
};

describe('AksClient', () => {
  it('asks for views of an entity below the plugin path', async () => {
    const view = { ...unannotated, environments: [] };
    const answer = { ...view, hops: [], stacks: [] };
    const { client, urls } = clientThatAnswers(200, answer);
    await expect(
      client.getExposure({ kind: 'API', namespace: 'default', name: 'a/b c' }),
    ).resolves.toEqual(view);
    expect(urls()).toEqual([
      'https://portal.example/api/aks/v1/entities/api/default/a%2Fb%20c/exposure',
    ]);
  });

  it.each([
    {
      what: 'summary',
      call: (client: AksClient) =>
        client.getSummary({ kind: 'Component', namespace: 'x', name: 'web' }),
      path: '/v1/entities/component/x/web/summary',
      body: {
        ...unannotated,
        ingress: {
          verdict: 'unknown',
          sentence: 'Nothing is known.',
          counts: { ok: 0, warning: 0, broken: 0, unknown: 0 },
          rows: [],
        },
      },
    },
    {
      what: 'hosts',
      call: (client: AksClient) =>
        client.getHosts({
          query: 'a&b.example',
          class: '',
          verdict: ['broken', 'unknown'],
          limit: 10,
        }),
      path: '/v1/hosts?query=a%26b.example&verdict=broken%2Cunknown&limit=10',
      body: {
        items: [],
        totalItems: 0,
        judged: 0,
        classes: [],
        clusters: [],
        sources: [],
        scopes: [],
      },
    },
    {
      what: 'clusters',
      call: (client: AksClient) => client.getClusters(),
      path: '/v1/clusters',
      body: { items: [], totalItems: 0 },
    },
    {
      what: 'status',
      call: (client: AksClient) => client.getStatus(),
      path: '/v1/status',
      body: { clusters: [] },
    },
  ])('asks for the $what', async ({ call, path, body }) => {
    const { client, urls } = clientThatAnswers(200, body);
    await expect(call(client)).resolves.toEqual(body);
    expect(urls()).toEqual([`https://portal.example/api/aks${path}`]);
  });

  it("passes the backend's error on", async () => {
    const { client } = clientThatAnswers(404, {
      error: { name: 'NotFoundError', message: 'No such entity' },
      response: { statusCode: 404 },
    });
    await expect(
      client.getExposure({ kind: 'Component', namespace: 'x', name: 'y' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: expect.objectContaining({ name: 'NotFoundError' }),
    });
  });

  it('says so when the backend is of another version', async () => {
    const { client } = clientThatAnswers(200, { clusters: 'many' });
    await expect(client.getStatus()).rejects.toThrow(
      /answered \/status in a form this client does not know[^]*clusters[^]*same version/,
    );
  });
});
