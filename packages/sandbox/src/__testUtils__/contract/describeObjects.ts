// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { valueAt } from '../../objects/json';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';

/** Create, read, replace and delete, with their refusals. */
export function describeObjects(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  const at = (...parts: [string, string?, string?]) => namespace().at(...parts);
  const create = (name: string, extra: object = {}) =>
    client().post(at('configmaps'), { metadata: { name }, ...extra });

  describe('objects', () => {
    it('completes the metadata of a new object', async () => {
      const { status, body } = await create('new', { data: { k: '1' } });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: {
          name: 'new',
          namespace: namespace().name,
          uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
          resourceVersion: expect.stringMatching(/^\d+$/),
          creationTimestamp: expect.stringMatching(
            /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
          ),
        },
        data: { k: '1' },
      });
      const read = await client().get(at('configmaps', 'new'));
      expect(read.body).toEqual(body);
    });

    it('completes a name that is to be generated', async () => {
      const { body } = await client().post(at('configmaps'), {
        metadata: { generateName: 'some-' },
      });
      expect(valueAt(body, 'metadata.name')).toMatch(/^some-[a-z0-9]{5}$/);
    });

    it('refuses a second object of a name', async () => {
      await create('twice');
      const { status, body } = await create('twice');
      expect(status).toBe(409);
      expect(body).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'configmaps "twice" already exists',
        reason: 'AlreadyExists',
        details: { name: 'twice', kind: 'configmaps' },
        code: 409,
      });
    });

    it.each([
      ['an upper case letter', { metadata: { name: 'Bad' } }, 422, 'Invalid'],
      ['no name at all', { metadata: {} }, 422, 'Invalid'],
      [
        'a label that is none',
        { metadata: { name: 'l', labels: { a: 'b c' } } },
        422,
        'Invalid',
      ],
      [
        'annotations that are too much',
        { metadata: { name: 'n', annotations: { a: 'x'.repeat(262_144) } } },
        422,
        'Invalid',
      ],
      [
        'an owner without a uid',
        {
          metadata: {
            name: 'n',
            ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p' }],
          },
        },
        422,
        'Invalid',
      ],
      [
        'a finalizer that is no name',
        { metadata: { name: 'n', finalizers: ['a b'] } },
        422,
        'Invalid',
      ],
      [
        'another namespace',
        { metadata: { name: 'n', namespace: 'elsewhere' } },
        400,
        'BadRequest',
      ],
      [
        'another API version',
        { apiVersion: 'apps/v1', kind: 'ConfigMap', metadata: { name: 'n' } },
        400,
        'BadRequest',
      ],
    ])('refuses %s', async (_, object, code, reason) => {
      const { status, body } = await client().post(at('configmaps'), object);
      expect([status, body.reason]).toEqual([code, reason]);
    });

    it('says which fields are wrong', async () => {
      const { body } = await client().post(at('deployments.apps'), {
        metadata: { name: 'wrong' },
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: {
            metadata: { labels: { a: 'b' } },
            spec: { containers: [{ name: 'c' }] },
          },
        },
      });
      expect(body).toMatchObject({
        code: 422,
        details: {
          name: 'wrong',
          group: 'apps',
          kind: 'Deployment',
          causes: [
            {
              reason: 'FieldValueRequired',
              message: 'Required value',
              field: 'spec.template.spec.containers[0].image',
            },
          ],
        },
      });
    });

    it('refuses fields of a wrong type', async () => {
      const { body } = await client().post(at('configmaps'), {
        metadata: { name: 'typed' },
        data: { k: 1 },
      });
      expect(body).toMatchObject({ code: 400, reason: 'BadRequest' });
      expect(body.message).toContain('cannot unmarshal number into Go struct');
    });

    it('warns of fields it does not know, or refuses them', async () => {
      const object = { metadata: { name: 'unknown' }, dat: {} };
      const strict = await client().post(
        `${at('configmaps')}?fieldValidation=Strict`,
        object,
      );
      expect(strict.body).toMatchObject({
        code: 400,
        message:
          'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "dat"',
      });
      const lax = await client().post(`${at('configmaps')}?dryRun=All`, object);
      expect(lax.status).toBe(201);
      expect(lax.body).not.toHaveProperty('dat');
    });

    it('stores nothing on a dry run', async () => {
      const { status } = await client().post(`${at('configmaps')}?dryRun=All`, {
        metadata: { name: 'dry' },
      });
      expect(status).toBe(201);
      expect((await client().get(at('configmaps', 'dry'))).status).toBe(404);
    });

    it('creates nothing in a namespace that does not exist', async () => {
      const { status, body } = await client().post(
        '/api/v1/namespaces/there-is-none/configmaps',
        { metadata: { name: 'a' } },
      );
      expect([status, body.message]).toEqual([
        404,
        'namespaces "there-is-none" not found',
      ]);
    });

    it('replaces an object, and refuses to from an old version', async () => {
      const { body } = await create('replaced', { data: { k: '1' } });
      const path = at('configmaps', 'replaced');
      const changed = { ...body, data: { k: '2' } };
      const replaced = await client().put(path, changed);
      expect(replaced.body.data).toEqual({ k: '2' });
      const stale = await client().put(path, { ...body, data: { k: '3' } });
      expect([stale.status, stale.body.reason]).toEqual([409, 'Conflict']);
    });

    it('takes no new version for a change that changes nothing', async () => {
      const { body } = await create('same', { data: { k: '1' } });
      const again = await client().put(at('configmaps', 'same'), body);
      expect(again.body).toEqual(body);
    });

    it('answers a deletion with what was deleted', async () => {
      const { body } = await create('deleted');
      const { status, body: answer } = await client().delete(
        at('configmaps', 'deleted'),
      );
      expect(status).toBe(200);
      expect(answer).toMatchObject({
        kind: 'Status',
        status: 'Success',
        details: {
          name: 'deleted',
          kind: 'configmaps',
          uid: valueAt(body, 'metadata.uid'),
        },
      });
      expect((await client().delete(at('configmaps', 'deleted'))).status).toBe(
        404,
      );
    });

    it('refuses to delete another object than was meant', async () => {
      await create('meant');
      const { status } = await client().delete(at('configmaps', 'meant'), {
        preconditions: { uid: '00000000-0000-0000-0000-000000000000' },
      });
      expect(status).toBe(409);
    });

    it('keeps an object until its finalizers are gone', async () => {
      await client().post(at('configmaps'), {
        metadata: { name: 'held', finalizers: ['example.com/hold'] },
      });
      const { body } = await client().delete(at('configmaps', 'held'));
      expect(valueAt(body, 'metadata.deletionTimestamp')).toBeDefined();
      const second = await client().post(at('configmaps'), {
        metadata: { name: 'held' },
      });
      expect([second.status, second.body.message]).toEqual([
        409,
        'object is being deleted: configmaps "held" already exists',
      ]);
      const more = await client().patch(at('configmaps', 'held'), 'merge', {
        metadata: { finalizers: ['example.com/hold', 'example.com/more'] },
      });
      expect(more.body).toMatchObject({
        code: 422,
        details: {
          // Some versions of the server say it twice.
          causes: expect.arrayContaining([
            expect.objectContaining({
              reason: 'FieldValueForbidden',
              field: 'metadata.finalizers',
            }),
          ]),
        },
      });
      const released = await client().patch(at('configmaps', 'held'), 'merge', {
        metadata: { finalizers: null },
      });
      // Shown is what was sent, at the version before it went.
      expect(valueAt(released.body, 'metadata.finalizers')).toBeUndefined();
      expect(valueAt(released.body, 'metadata.resourceVersion')).toBe(
        valueAt(body, 'metadata.resourceVersion'),
      );
      expect((await client().get(at('configmaps', 'held'))).status).toBe(404);
    });

    it('deletes what a selector selects', async () => {
      await client().post(at('configmaps'), {
        metadata: { name: 'chosen', labels: { choose: 'me' } },
      });
      await create('left');
      const path = `${at('configmaps')}?labelSelector=choose%3Dme`;
      expect((await client().delete(path)).status).toBe(200);
      expect((await client().get(at('configmaps', 'chosen'))).status).toBe(404);
      expect((await client().get(at('configmaps', 'left'))).status).toBe(200);
    });
  });
}
