import { send } from '../__testUtils__/request';
import { valueAt } from '../objects/json';
import { Sandbox, startSandbox } from '../startSandbox';

describe('access', () => {
  let sandbox: Sandbox;
  let url: string;

  beforeAll(async () => {
    sandbox = await startSandbox({
      world: 'healthy',
      clusters: [
        {
          name: 'contoso-prod-weu',
          tokens: {
            'shop-only': {
              user: 'jane',
              rules: [
                {
                  verbs: ['get', 'list'],
                  apiGroups: [''],
                  resources: ['pods', 'services'],
                  namespaces: ['shop'],
                },
              ],
            },
          },
        },
      ],
    });
    url = sandbox.cluster().url;
  });
  afterAll(() => sandbox.close());

  it.each([
    ['sandbox-reader', 'GET', '/api/v1/pods', 200],
    ['sandbox-reader', 'GET', '/apis/apps/v1/deployments', 200],
    ['sandbox-reader', 'GET', '/api/v1/secrets', 403],
    ['sandbox-reader', 'GET', '/api/v1/namespaces/shop/secrets/x', 403],
    ['sandbox-reader', 'POST', '/api/v1/namespaces/shop/pods', 403],
    ['sandbox-reader', 'DELETE', '/api/v1/namespaces/shop', 403],
    ['sandbox-reader', 'POST', '/sandbox/v1/objects', 403],
    ['sandbox-admin', 'GET', '/api/v1/secrets', 200],
    ['shop-only', 'GET', '/api/v1/namespaces/shop/pods', 200],
    ['shop-only', 'GET', '/api/v1/namespaces/shop/pods?watch=1', 403],
    ['shop-only', 'GET', '/api/v1/namespaces/payments/pods', 403],
    ['shop-only', 'GET', '/api/v1/pods', 403],
    ['wrong', 'GET', '/api/v1/pods', 401],
    [undefined, 'GET', '/api/v1/pods', 403],
    [undefined, 'GET', '/version', 200],
    [undefined, 'GET', '/readyz', 200],
    [undefined, 'GET', '/apis', 403],
  ])('%s %s %s: %s', async (token, method, path, code) => {
    const { status } = await send(url, { method, path, token });
    expect(status).toBe(code);
  });

  it.each([
    [
      'shop-only',
      '/apis/apps/v1/namespaces/shop/deployments/shop-front/scale',
      'deployments.apps "shop-front" is forbidden: User "jane" cannot get resource "deployments/scale" in API group "apps" in the namespace "shop"',
    ],
    [
      'shop-only',
      '/api/v1/nodes',
      'nodes is forbidden: User "jane" cannot list resource "nodes" in API group "" at the cluster scope',
    ],
    [
      undefined,
      '/apis',
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    ],
  ])('%s reads why at %s', async (token, path, message) => {
    const { body } = await send(url, { path, token });
    expect(body).toMatchObject({ reason: 'Forbidden', message, code: 403 });
  });

  it.each([
    ['sandbox-reader', 'list', 'pods', true],
    ['sandbox-reader', 'list', 'secrets', false],
    ['sandbox-admin', 'delete', 'secrets', true],
  ])('%s may %s %s: %s', async (token, verb, resource, allowed) => {
    const { body } = await send(url, {
      method: 'POST',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      token,
      body: { spec: { resourceAttributes: { verb, resource } } },
    });
    expect(valueAt(body, 'status.allowed')).toBe(allowed);
  });
});
