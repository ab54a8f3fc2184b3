// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { objectsIn, valueAt } from '../../objects/json';
import { eventually } from '../request';
import {
  allowed,
  Attempt,
  forbidden,
  limitedRules,
  partsOf,
  pathOf,
  reviewOf,
} from './attempts';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { LimitedGrant, userOf } from './LimitedGrant';

const METHODS: Record<string, string> = {
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  deletecollection: 'DELETE',
};

/** What a token with few rights meets. */
export function describeRights(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('rights of a token', () => {
    let grant: LimitedGrant;
    let token: string;

    const send = (attempt: Attempt) => {
      const { verb } = attempt;
      const watching = verb === 'watch' ? '?watch=1&timeoutSeconds=1' : '';
      return client().request(pathOf(attempt, grant.namespace) + watching, {
        token,
        method: METHODS[verb],
        ...(verb === 'patch' && {
          headers: { 'content-type': 'application/merge-patch+json' },
        }),
        ...(['create', 'update', 'patch'].includes(verb) && { body: {} }),
      });
    };
    const mayBe = async (attempt: Attempt) => {
      const { body } = await client().request(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        { token, method: 'POST', body: reviewOf(attempt, grant.namespace) },
      );
      return valueAt(body, 'status.allowed');
    };

    beforeAll(async () => {
      grant = {
        namespace: namespace().name,
        serviceAccount: 'limited',
        rules: limitedRules,
      };
      await client().post(namespace().at('configmaps'), {
        metadata: { name: 'known' },
      });
      token = await client().limitedToken(grant);
      // A real server's authorizer learns of new roles with a delay.
      await eventually(async () => (await mayBe(allowed[0])) === true, 30_000);
    }, 60_000);

    it.each(allowed.map(titled))('lets it %s', async (_, attempt) => {
      const { status } = await send(attempt);
      const expected: Record<string, number[]> = {
        // An empty Job is let through to what finds fault with it.
        create: [400, 422],
        list: [200],
        get: [attempt.name === 'known' ? 200 : 404],
      };
      expect(expected[attempt.verb]).toContain(status);
      expect(await mayBe(attempt)).toBe(true);
    });

    it.each(forbidden.map(titled))('forbids it to %s', async (_, attempt) => {
      const { plural, group, subresource } = partsOf(attempt.resource);
      const { status, body } = await send(attempt);
      const subject = `${group ? `${plural}.${group}` : plural}${
        attempt.name ? ` "${attempt.name}"` : ''
      }`;
      const within = attempt.namespace ?? grant.namespace;
      const scope = within
        ? `in the namespace "${within}"`
        : 'at the cluster scope';
      const resource = subresource ? `${plural}/${subresource}` : plural;
      expect(status).toBe(403);
      expect(body).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        // Authorizers may add why.
        message: expect.stringContaining(
          `${subject} is forbidden: User "${userOf(grant)}" cannot ${
            attempt.verb
          } resource "${resource}" in API group "${group}" ${scope}`,
        ),
        reason: 'Forbidden',
        details: {
          ...(attempt.name && { name: attempt.name }),
          ...(group && { group }),
          kind: plural,
        },
        code: 403,
      });
      expect(await mayBe(attempt)).toBe(false);
    });

    it('changes nothing that is forbidden', async () => {
      const { body } = await client().get(
        namespace().at('configmaps', 'known'),
      );
      await send({ verb: 'delete', resource: 'configmaps', name: 'known' });
      await send({ verb: 'deletecollection', resource: 'configmaps' });
      const after = await client().get(namespace().at('configmaps', 'known'));
      expect(after.body).toEqual(body);
    });

    it('says whose it is', async () => {
      const { body } = await client().request(
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        {
          token,
          method: 'POST',
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'SelfSubjectReview',
          },
        },
      );
      expect(valueAt(body, 'status.userInfo')).toMatchObject({
        username: userOf(grant),
        groups: expect.arrayContaining([
          'system:serviceaccounts',
          `system:serviceaccounts:${grant.namespace}`,
          'system:authenticated',
        ]),
      });
    });

    it('lists its rules', async () => {
      const { body } = await client().request(
        '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
        {
          token,
          method: 'POST',
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectRulesReview',
            spec: { namespace: grant.namespace },
          },
        },
      );
      const rules = objectsIn(valueAt(body, 'status.resourceRules'));
      const verbsOf = (resource: string) =>
        rules
          .filter(rule => (rule.resources as string[]).includes(resource))
          .flatMap(({ verbs }) => verbs as string[])
          .sort();
      expect([verbsOf('configmaps'), verbsOf('secrets')]).toEqual([
        ['get', 'list'],
        [],
      ]);
      // What every user may do who is signed in.
      expect(verbsOf('selfsubjectaccessreviews')).toContain('create');
    });

    it.each(['/api/v1/pods', '/apis', '/version'])(
      'is nothing once it is changed: %s',
      async path => {
        const { status, body } = await client().request(path, {
          token: `${token}x`,
        });
        expect(status).toBe(401);
        expect(body).toEqual({
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: 'Unauthorized',
          reason: 'Unauthorized',
          code: 401,
        });
      },
    );
  });
}

function titled(attempt: Attempt): [string, Attempt] {
  const { verb, resource, name, namespace } = attempt;
  const where = { undefined: '', '': 'everywhere' }[String(namespace)];
  return [
    [verb, resource, name, where ?? `in ${namespace}`]
      .filter(Boolean)
      .join(' '),
    attempt,
  ];
}
