// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { JsonObject, objectsIn, valueAt } from '../../objects/json';
import { eventually } from '../request';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';

const SCHEMA = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'integer', minimum: 1, maximum: 5 },
        color: { type: 'string', enum: ['red', 'blue'], default: 'red' },
        code: { type: 'string', pattern: '^[a-z]+$', maxLength: 4 },
        port: { 'x-kubernetes-int-or-string': true },
        replicas: { type: 'integer' },
        free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        parts: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string' }, n: { type: 'integer' } },
          },
        },
      },
    },
    status: {
      type: 'object',
      properties: { phase: { type: 'string' }, replicas: { type: 'integer' } },
    },
  },
};

/** Kinds that somebody defines: their schema, subresources and columns. */
export function describeCustomResources(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('custom resources', () => {
    const definitions =
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const group = () => `${namespace().name}.example.com`;
    const definition = () => `${definitions}/widgets.${group()}`;
    const at = (name?: string, subresource?: string) =>
      namespace().at(`widgets.${group()}`, name, subresource);
    const widget = (name: string, spec: object, rest: object = {}) => ({
      apiVersion: `${group()}/v1`,
      kind: 'Widget',
      metadata: { name },
      spec,
      ...rest,
    });
    const create = (name: string, spec: object, query = '') =>
      client().post(`${at()}${query}`, widget(name, spec));

    beforeAll(async () => {
      await client().post(definitions, {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `widgets.${group()}` },
        spec: {
          group: group(),
          scope: 'Namespaced',
          names: { plural: 'widgets', kind: 'Widget', shortNames: ['wdg'] },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: SCHEMA },
              subresources: {
                status: {},
                scale: {
                  specReplicasPath: '.spec.replicas',
                  statusReplicasPath: '.status.replicas',
                },
              },
              additionalPrinterColumns: [
                { name: 'Size', type: 'integer', jsonPath: '.spec.size' },
                {
                  name: 'Part',
                  type: 'string',
                  jsonPath: '.spec.parts[?(@.name=="a")].n',
                  priority: 1,
                },
              ],
            },
          ],
        },
      });
      await eventually(async () => {
        const { body } = await client().get(definition());
        return objectsIn(valueAt(body, 'status.conditions')).some(
          ({ type, status }) => type === 'Established' && status === 'True',
        );
      }, 30_000);
      // Every server behind the address must know it.
      await eventually(async () => {
        const answers = await Promise.all(
          Array.from({ length: 5 }, () => create('probe', {}, '?dryRun=All')),
        );
        return answers.every(({ status }) => status === 422);
      }, 30_000);
    }, 60_000);
    afterAll(async () => {
      await client().delete(definition());
    });

    it('are discovered', async () => {
      const { body } = await client().get(`/apis/${group()}/v1`);
      expect(objectsIn(body.resources)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            name: 'widgets',
            singularName: 'widget',
            namespaced: true,
            kind: 'Widget',
            shortNames: ['wdg'],
          }),
          expect.objectContaining({ name: 'widgets/status' }),
          expect.objectContaining({ name: 'widgets/scale', kind: 'Scale' }),
        ]),
      );
    });

    it('get defaults and lose what their schema does not know', async () => {
      const { status, body } = await create('defaulted', {
        size: 1,
        other: true,
        free: { any: { thing: 1 } },
      });
      expect([status, body.spec]).toEqual([
        201,
        { size: 1, color: 'red', free: { any: { thing: 1 } } },
      ]);
      expect(valueAt(body, 'metadata.generation')).toBe(1);
    });

    it.each<[string, JsonObject, string, string]>([
      ['a required field', {}, 'FieldValueRequired', 'spec.size'],
      ['a type', { size: 'x' }, 'FieldValueTypeInvalid', 'spec.size'],
      ['a minimum', { size: 0 }, 'FieldValueInvalid', 'spec.size'],
      ['a maximum', { size: 6 }, 'FieldValueInvalid', 'spec.size'],
      [
        'an enumeration',
        { size: 1, color: 'green' },
        'FieldValueNotSupported',
        'spec.color',
      ],
      ['a pattern', { size: 1, code: 'A' }, 'FieldValueInvalid', 'spec.code'],
      [
        'the type of values',
        { size: 1, labels: { a: 1 } },
        'FieldValueTypeInvalid',
        'spec.labels.a',
      ],
      [
        'the keys of a list',
        { size: 1, parts: [{ name: 'a' }, { name: 'a' }] },
        'FieldValueDuplicate',
        'spec.parts[1]',
      ],
    ])('are refused where %s is missed', async (_, spec, reason, field) => {
      const { body } = await create('refused', spec);
      expect(body).toMatchObject({
        code: 422,
        reason: 'Invalid',
        details: {
          name: 'refused',
          group: group(),
          kind: 'Widget',
          causes: expect.arrayContaining([
            expect.objectContaining({ reason, field }),
          ]),
        },
      });
    });

    it('are refused with unknown fields on demand', async () => {
      const { body } = await create(
        'strict',
        { size: 1, sise: 1 },
        '?fieldValidation=Strict',
      );
      expect(body).toMatchObject({ code: 400, reason: 'BadRequest' });
      expect(body.message).toContain('unknown field "spec.sise"');
    });

    it('have a status of their own', async () => {
      await client().post(
        at(),
        widget('apart', { size: 1 }, { status: { phase: 'Set' } }),
      );
      const created = await client().get(at('apart'));
      expect(created.body).not.toHaveProperty('status');
      const written = await client().patch(at('apart', 'status'), 'merge', {
        spec: { size: 2 },
        status: { phase: 'Ready' },
      });
      expect(written.body).toMatchObject({
        spec: { size: 1 },
        status: { phase: 'Ready' },
        metadata: { generation: 1 },
      });
      const wrong = await client().patch(at('apart', 'status'), 'merge', {
        status: { phase: 1 },
      });
      expect(wrong.body).toMatchObject({
        code: 422,
        details: { causes: [{ field: 'status.phase' }] },
      });
    });

    it('are scaled where their definition says', async () => {
      await create('scaled', { size: 1, replicas: 2 });
      const { body } = await client().patch(at('scaled', 'scale'), 'merge', {
        spec: { replicas: 3 },
      });
      expect(body).toMatchObject({ kind: 'Scale', spec: { replicas: 3 } });
      const { body: after } = await client().get(at('scaled'));
      expect(valueAt(after, 'spec.replicas')).toBe(3);
    });

    it('are merged by the keys of their lists', async () => {
      const parts = (...names: string[]) => ({
        size: 1,
        parts: names.map(name => ({ name, n: 1 })),
      });
      const apply = (manager: string, spec: object) =>
        client().patch(
          `${at('merged')}?fieldManager=${manager}`,
          'apply',
          widget('merged', spec),
        );
      await apply('one', parts('a'));
      const { body } = await apply('two', parts('b'));
      expect(valueAt(body, 'spec.parts')).toMatchObject([
        { name: 'a' },
        { name: 'b' },
      ]);
      const strategic = await client().patch(at('merged'), 'strategic', {});
      expect(strategic.status).toBe(415);
    });

    it('cannot be replaced without a version', async () => {
      await create('versioned', { size: 1 });
      const { status } = await client().put(
        at('versioned'),
        widget('versioned', { size: 2 }),
      );
      expect(status).toBe(422);
    });

    it('are shown with the columns of their definition', async () => {
      await create('shown', { size: 4, parts: [{ name: 'a', n: 7 }] });
      const { body } = await client().get(at('shown'), {
        accept: 'application/json;as=Table;g=meta.k8s.io;v=v1',
      });
      expect(
        objectsIn(body.columnDefinitions).map(({ name, priority }) => [
          name,
          priority,
        ]),
      ).toEqual([
        ['Name', 0],
        ['Size', 0],
        ['Part', 1],
      ]);
      expect(objectsIn(body.rows)[0].cells).toEqual(['shown', 4, '7']);
    });

    it('go with their definition', async () => {
      await client().delete(definition());
      await eventually(
        async () => (await client().get(at())).status === 404,
        30_000,
      );
      const { status } = await client().get(at());
      expect(status).toBe(404);
    });
  });
}
