// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { objectsIn, valueAt } from '../../objects/json';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';

/** Discovery, health, and who may do what. */
export function describeAccess(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('discovery', () => {
    it('tells its version', async () => {
      const { body } = await client().get('/version');
      expect(body).toMatchObject({
        major: '1',
        gitVersion: expect.stringMatching(/^v/),
      });
    });

    it('lists groups, versions and resources', async () => {
      const groups = await client().get('/apis');
      expect(groups.body.kind).toBe('APIGroupList');
      expect(objectsIn(groups.body.groups).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['apps', 'batch', 'networking.k8s.io']),
      );
      const resources = await client().get('/apis/apps/v1');
      const names = objectsIn(resources.body.resources).map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining([
          'deployments',
          'deployments/scale',
          'deployments/status',
        ]),
      );
    });

    it('shows all groups at once on demand', async () => {
      const { contentType, body } = await client().get('/apis', {
        accept:
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json',
      });
      expect(contentType).toContain('as=APIGroupDiscoveryList');
      const apps = objectsIn(body.items).find(
        item => valueAt(item, 'metadata.name') === 'apps',
      );
      expect(objectsIn(apps?.versions)[0].resources).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            resource: 'deployments',
            scope: 'Namespaced',
            singularResource: 'deployment',
          }),
        ]),
      );
    });

    it('describes one group by itself', async () => {
      const { body } = await client().get('/apis/apps');
      expect(body).toMatchObject({
        kind: 'APIGroup',
        name: 'apps',
        preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
      });
    });

    it('shows the core group in both forms', async () => {
      const legacy = await client().get('/api');
      expect(legacy.body).toMatchObject({
        kind: 'APIVersions',
        versions: ['v1'],
      });
      const aggregated = await client().get('/api', {
        accept:
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      });
      const [core] = objectsIn(aggregated.body.items);
      const [version] = objectsIn(core.versions);
      expect(
        objectsIn(version.resources).map(({ resource }) => resource),
      ).toEqual(expect.arrayContaining(['pods', 'services', 'namespaces']));
    });

    it('describes its kinds with OpenAPI', async () => {
      const { body } = await client().get('/openapi/v3');
      const index = (body.paths as Record<string, unknown>)['apis/apps/v1'];
      const url = String(valueAt(index, 'serverRelativeURL'));
      expect(url).toMatch(/^\/openapi\/v3\/apis\/apps\/v1\?hash=/);
      const { body: apps } = await client().get(url);
      const schemas = Object.values(
        valueAt(apps, 'components.schemas') as Record<string, object>,
      );
      const deployment = schemas.find(schema =>
        objectsIn(
          (schema as Record<string, unknown>)[
            'x-kubernetes-group-version-kind'
          ],
        ).some(({ kind }) => kind === 'Deployment'),
      );
      expect(deployment).toMatchObject({
        properties: { spec: expect.anything(), status: expect.anything() },
      });
    });

    it('answers unknown paths with plain text', async () => {
      const { status, text } = await client().get('/apis/nope.example/v1');
      expect([status, text.trim()]).toEqual([404, '404 page not found']);
    });

    it('does not find unknown resources of a version', async () => {
      const { status, body, text } = await client().get(
        '/apis/apps/v1/nothing',
      );
      expect(status).toBe(404);
      // Servers of 1.36 answer with a Status, older ones with plain text.
      expect(body.reason ?? text.trim()).toMatch(
        /^(NotFound|404 page not found)$/,
      );
    });

    it.each(['/readyz', '/livez', '/healthz'])('answers %s', async path => {
      expect((await client().get(path)).text).toBe('ok');
    });
  });

  describe('access', () => {
    it('refuses a wrong token', async () => {
      const { status, body } = await client().request('/api/v1/pods', {
        token: 'not-a-token',
      });
      expect([status, body.reason]).toEqual([401, 'Unauthorized']);
    });

    it('lets nobody list without credentials', async () => {
      const { status } = await client().request('/api/v1/pods', { token: '' });
      // Some providers do not know the anonymous user at all.
      expect([401, 403]).toContain(status);
    });

    it('says what the caller may do', async () => {
      const { status, body } = await client().post(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              verb: 'list',
              resource: 'pods',
              namespace: namespace().name,
            },
          },
        },
      );
      expect([status, valueAt(body, 'status.allowed')]).toEqual([201, true]);
    });

    it('says who the caller is', async () => {
      const { status, body } = await client().post(
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'SelfSubjectReview',
        },
      );
      expect(status).toBe(201);
      expect(valueAt(body, 'status.userInfo.groups')).toEqual(
        expect.arrayContaining(['system:authenticated']),
      );
    });

    it('lists what the caller may do in a namespace', async () => {
      const { status, body } = await client().post(
        '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectRulesReview',
          spec: { namespace: namespace().name },
        },
      );
      expect(status).toBe(201);
      // Some authorizers cannot list what they allow, and say so.
      expect(body.status).toMatchObject({
        resourceRules: expect.any(Array),
        incomplete: expect.any(Boolean),
      });
    });
  });
}
