// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { valueAt } from '../../objects/json';
import { ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';

const SPEC = {
  replicas: 0,
  selector: { matchLabels: { app: 'web' } },
  template: {
    metadata: { labels: { app: 'web' } },
    spec: {
      containers: [
        { name: 'web', image: 'web:1', env: [{ name: 'A', value: '1' }] },
      ],
    },
  },
};

/** The four patch types, field ownership and the subresources. */
export function describePatches(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  const at = (...parts: [string, string?, string?]) => namespace().at(...parts);
  const deployment = async (name: string) => {
    await client().post(at('deployments.apps'), {
      metadata: { name },
      spec: SPEC,
    });
    return at('deployments.apps', name);
  };
  const applyTo = (name: string, manager: string, rest = '') =>
    `${at('configmaps', name)}?fieldManager=${manager}${rest}`;
  const config = (name: string, data: object) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data,
  });

  describe('patches', () => {
    it('replaces lists and removes nulls by merge patch', async () => {
      const path = await deployment('merged');
      const { body } = await client().patch(path, 'merge', {
        metadata: { annotations: { note: 'x' } },
        spec: {
          template: { spec: { containers: [{ name: 'b', image: 'b:1' }] } },
        },
      });
      expect(valueAt(body, 'metadata.annotations.note')).toBe('x');
      expect(valueAt(body, 'spec.template.spec.containers')).toMatchObject([
        { name: 'b', image: 'b:1' },
      ]);
    });

    it('merges lists by their keys by strategic merge patch', async () => {
      const path = await deployment('strategic');
      const { body } = await client().patch(path, 'strategic', {
        spec: {
          template: {
            spec: {
              containers: [
                { name: 'web', env: [{ name: 'B', value: '2' }] },
                { name: 'side', image: 'side:1' },
              ],
            },
          },
        },
      });
      const containers = valueAt(body, 'spec.template.spec.containers');
      expect(containers).toHaveLength(2);
      expect(containers).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: 'side', image: 'side:1' }),
          expect.objectContaining({
            name: 'web',
            image: 'web:1',
            env: expect.arrayContaining([
              { name: 'A', value: '1' },
              { name: 'B', value: '2' },
            ]),
          }),
        ]),
      );
    });

    it('does step by step what a JSON patch says', async () => {
      const path = await deployment('stepwise');
      const { body } = await client().patch(path, 'json', [
        { op: 'test', path: '/spec/replicas', value: 0 },
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/image',
          value: 'web:2',
        },
      ]);
      expect(valueAt(body, 'spec.template.spec.containers')).toMatchObject([
        { image: 'web:2' },
      ]);
      const failed = await client().patch(path, 'json', [
        { op: 'test', path: '/spec/replicas', value: 7 },
      ]);
      expect(failed.status).toBe(422);
    });

    it('refuses patches to fields that it does not know', async () => {
      const path = await deployment('misspelt');
      const { body } = await client().patch(
        `${path}?fieldValidation=Strict`,
        'merge',
        { spec: { replica: 1 } },
      );
      expect(body).toMatchObject({ code: 422, reason: 'Invalid' });
      expect(body.message).toContain(
        'strict decoding error: unknown field "spec.replica"',
      );
    });

    it('refuses patches of a type that it does not know', async () => {
      const path = await deployment('unknown-type');
      const { status } = await client().request(path, {
        method: 'PATCH',
        body: {},
        headers: { 'content-type': 'application/json' },
      });
      expect(status).toBe(415);
    });

    it('owns what is applied and removes what is no longer', async () => {
      const path = applyTo('applied', 'one');
      const created = await client().patch(
        path,
        'apply',
        config('applied', { a: '1', b: '1' }),
      );
      expect(created.status).toBe(201);
      const changed = await client().patch(
        path,
        'apply',
        config('applied', { b: '2' }),
      );
      expect([changed.status, changed.body.data]).toEqual([200, { b: '2' }]);
      expect(valueAt(changed.body, 'metadata.managedFields')).toMatchObject([
        {
          manager: 'one',
          operation: 'Apply',
          fieldsV1: { 'f:data': { 'f:b': {} } },
        },
      ]);
    });

    it('refuses to apply what another manager owns, unless forced', async () => {
      await client().patch(
        applyTo('shared', 'one'),
        'apply',
        config('shared', { a: '1' }),
      );
      const other = config('shared', { a: '2' });
      const refused = await client().patch(
        applyTo('shared', 'two'),
        'apply',
        other,
      );
      expect(refused.body).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message: 'conflict with "one"',
              field: '.data.a',
            },
          ],
        },
      });
      const forced = await client().patch(
        applyTo('shared', 'two', '&force=true'),
        'apply',
        other,
      );
      expect(forced.body.data).toEqual({ a: '2' });
    });

    it('lets two managers own the same value', async () => {
      const same = config('agreed', { a: '1' });
      await client().patch(applyTo('agreed', 'one'), 'apply', same);
      const second = await client().patch(
        applyTo('agreed', 'two'),
        'apply',
        same,
      );
      expect(second.status).toBe(200);
      const left = await client().patch(
        applyTo('agreed', 'one'),
        'apply',
        config('agreed', {}),
      );
      expect(left.body.data).toEqual({ a: '1' });
    });

    it('needs a manager to apply', async () => {
      const { status } = await client().patch(
        at('configmaps', 'x'),
        'apply',
        config('x', {}),
      );
      expect(status).toBe(422);
    });
  });

  describe('subresources', () => {
    it('raises the generation of a Deployment with its annotations, which its ReplicaSets get', async () => {
      const path = await deployment('noted');
      const labelled = await client().patch(path, 'merge', {
        metadata: { labels: { note: 'x' } },
      });
      expect(valueAt(labelled.body, 'metadata.generation')).toBe(1);
      const annotated = await client().patch(path, 'merge', {
        metadata: { annotations: { note: 'x' } },
      });
      expect(valueAt(annotated.body, 'metadata.generation')).toBe(2);
    });

    it('raises the generation with the wanted state only', async () => {
      const path = at('poddisruptionbudgets.policy', 'counted');
      await client().post(at('poddisruptionbudgets.policy'), {
        metadata: { name: 'counted' },
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'none' } } },
      });
      const annotated = await client().patch(path, 'merge', {
        metadata: { annotations: { note: 'x' } },
      });
      expect(valueAt(annotated.body, 'metadata.generation')).toBe(1);
      const changed = await client().patch(path, 'merge', {
        spec: { minAvailable: 2 },
      });
      expect(valueAt(changed.body, 'metadata.generation')).toBe(2);
    });

    it('keeps status and wanted state apart', async () => {
      const path = at('poddisruptionbudgets.policy', 'apart');
      await client().post(at('poddisruptionbudgets.policy'), {
        metadata: { name: 'apart' },
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'none' } } },
      });
      const viaStatus = await client().patch(`${path}/status`, 'merge', {
        spec: { minAvailable: 2 },
      });
      expect(valueAt(viaStatus.body, 'spec.minAvailable')).toBe(1);
      const viaObject = await client().patch(path, 'merge', {
        status: { expectedPods: 77 },
      });
      expect(valueAt(viaObject.body, 'status.expectedPods')).not.toBe(77);
    });

    it('shows and sets the scale', async () => {
      const path = `${await deployment('scaled')}/scale`;
      const { body } = await client().get(path);
      expect(body).toMatchObject({
        kind: 'Scale',
        apiVersion: 'autoscaling/v1',
        metadata: { name: 'scaled' },
        status: { replicas: 0, selector: 'app=web' },
      });
      const replaced = await client().put(path, {
        ...body,
        // Without a version: the server's controllers write as well.
        metadata: { name: 'scaled', namespace: namespace().name },
        spec: { replicas: 1 },
      });
      expect(replaced.body.spec).toEqual({ replicas: 1 });
    });
  });
}
