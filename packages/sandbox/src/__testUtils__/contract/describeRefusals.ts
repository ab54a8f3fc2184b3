// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';
import { refusedPods } from './refusedPods';
import { refusedSpecs } from './refusedSpecs';

/** What is refused of objects whose types are right. */
export function describeRefusals(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('objects that break a rule of their kind', () => {
    it.each(
      [...refusedPods, ...refusedSpecs].map(
        entry => [entry.what, entry] as const,
      ),
    )(
      'are refused at the field (%s)',
      async (_, { resource, object, field }) => {
        const { status, body } = await client().post(
          `${namespace().at(resource)}?dryRun=All`,
          object,
        );
        const { causes = [] } = Object(body.details);
        expect([status, body.reason]).toEqual([422, 'Invalid']);
        expect(causes.map((cause: { field: string }) => cause.field)).toContain(
          field,
        );
      },
    );

    it('are refused when they change what cannot change', async () => {
      const at = namespace().at('configmaps');
      const fixed = { metadata: { name: 'fixed' }, immutable: true };
      await client().post(at, { ...fixed, data: { a: '1' } });
      const { status } = await client().put(
        namespace().at('configmaps', 'fixed'),
        { ...fixed, data: { a: '2' } },
      );
      expect(status).toBe(422);
    });
  });
}
