// These tests are run by whoever has a server to run them on.
/* eslint-disable jest/no-export */
import { objectsIn, valueAt } from '../../objects/json';
import { ContractAnswer, ContractClient } from './ContractClient';
import { ContractNamespace } from './ContractNamespace';

function namesIn({ body }: ContractAnswer): unknown[] {
  return objectsIn(body.items).map(item => valueAt(item, 'metadata.name'));
}

/** Lists: pages, selectors and the forms they come in. */
export function describeLists(
  client: () => ContractClient,
  namespace: () => ContractNamespace,
): void {
  describe('lists', () => {
    const resource = 'serviceaccounts';
    const path = (query: string = '') => `${namespace().at(resource)}?${query}`;
    const select = (labels: string) =>
      client().get(path(`labelSelector=${encodeURIComponent(labels)}`));

    beforeAll(async () => {
      for (const [name, labels] of [
        ['l1', { app: 'shop', tier: 'front' }],
        ['l2', { app: 'shop', tier: 'back' }],
        ['l3', { app: 'pay' }],
        ['l4', {}],
      ] as const) {
        await client().post(namespace().at(resource), {
          metadata: { name, labels: { ...labels, contract: 'list' } },
        });
      }
    });

    it('lists without kind and version on the items', async () => {
      const answer = await select('contract=list');
      expect(answer.body).toMatchObject({
        kind: 'ServiceAccountList',
        apiVersion: 'v1',
        metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
      });
      expect(namesIn(answer)).toEqual(['l1', 'l2', 'l3', 'l4']);
      expect(objectsIn(answer.body.items)[0]).not.toHaveProperty('kind');
    });

    it.each([
      ['app=shop', ['l1', 'l2']],
      ['app==shop,tier=front', ['l1']],
      ['app!=shop', ['l3', 'l4']],
      ['app in (shop, pay)', ['l1', 'l2', 'l3']],
      ['app notin (shop)', ['l3', 'l4']],
      ['tier', ['l1', 'l2']],
      ['!tier', ['l3', 'l4']],
    ])('selects %s', async (labels, names) => {
      expect(namesIn(await select(`contract=list,${labels}`))).toEqual(names);
    });

    it.each(['app in shop', 'a=b=c', 'app in (a', '=x', '-a=b'])(
      'refuses the selector "%s"',
      async labels => {
        const { status, body } = await select(labels);
        expect([status, body.reason]).toEqual([400, 'BadRequest']);
      },
    );

    it('selects by fields, and refuses unknown ones', async () => {
      const byName = await client().get(
        path('fieldSelector=metadata.name%3Dl3'),
      );
      expect(namesIn(byName)).toEqual(['l3']);
      const wrong = await client().get(path('fieldSelector=spec.x%3D1'));
      expect([wrong.status, wrong.body.reason]).toEqual([400, 'BadRequest']);
    });

    it('shows a list in pages that do not see later changes', async () => {
      const first = await client().get(path('limit=2'));
      const token = String(valueAt(first.body, 'metadata.continue'));
      expect(namesIn(first)).toHaveLength(2);
      expect(
        Number(valueAt(first.body, 'metadata.remainingItemCount')),
      ).toBeGreaterThan(0);
      await client().post(namespace().at(resource), {
        metadata: { name: 'zz-late' },
      });
      const rest = await client().get(
        path(`limit=500&continue=${encodeURIComponent(token)}`),
      );
      expect(valueAt(rest.body, 'metadata.resourceVersion')).toBe(
        valueAt(first.body, 'metadata.resourceVersion'),
      );
      expect(namesIn(rest)).not.toContain('zz-late');
      expect([...namesIn(first), ...namesIn(rest)]).toEqual(
        expect.arrayContaining(['l1', 'l2', 'l3', 'l4']),
      );
    });

    it('lets a page go on where a token has expired', async () => {
      const tokenAt = (rv: number) =>
        Buffer.from(
          JSON.stringify({ v: 'meta.k8s.io/v1', rv, start: 'l1\u0000' }),
        ).toString('base64url');
      const page = (token: string) =>
        client().get(path(`limit=500&continue=${encodeURIComponent(token)}`));
      const first = await page(tokenAt(1));
      // A new server may not have forgotten its first moment yet.
      expect([200, 410]).toContain(first.status);
      const next = String(
        valueAt(first.body, 'metadata.continue') ?? tokenAt(-1),
      );
      const rest = await page(next);
      expect(namesIn(rest)).toEqual(expect.arrayContaining(['l2', 'l3', 'l4']));
      expect(namesIn(rest)).not.toContain('l1');
    });

    it.each([
      ['pods', ['Name', 'Ready', 'Status', 'Restarts', 'Age', 'IP', 'Node']],
      [
        'deployments.apps',
        ['Name', 'Ready', 'Up-to-date', 'Available', 'Age', 'Containers'],
      ],
      ['statefulsets.apps', ['Name', 'Ready', 'Age', 'Containers', 'Images']],
      [
        'services',
        ['Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age'],
      ],
      [
        'ingresses.networking.k8s.io',
        ['Name', 'Class', 'Hosts', 'Address', 'Ports', 'Age'],
      ],
      ['configmaps', ['Name', 'Data', 'Age']],
      ['cronjobs.batch', ['Name', 'Schedule', 'Timezone', 'Suspend', 'Active']],
      [
        'poddisruptionbudgets.policy',
        ['Name', 'Min Available', 'Max Unavailable', 'Allowed Disruptions'],
      ],
      [
        'horizontalpodautoscalers.autoscaling',
        ['Name', 'Reference', 'Targets', 'MinPods', 'MaxPods', 'Replicas'],
      ],
      ['persistentvolumeclaims', ['Name', 'Status', 'Volume', 'Capacity']],
    ])('prints %s in the columns of kubectl', async (kind, columns) => {
      const { body } = await client().get(namespace().at(kind), {
        accept: 'application/json;as=Table;g=meta.k8s.io;v=v1',
      });
      const names = objectsIn(body.columnDefinitions).map(({ name }) => name);
      expect(names.slice(0, columns.length)).toEqual(columns);
    });

    it('refuses continue tokens that it did not give', async () => {
      const { status, body } = await client().get(path('continue=x&limit=1'));
      expect([status, body.reason]).toEqual([400, 'BadRequest']);
    });

    it('refuses versions that are none', async () => {
      const { status } = await client().get(path('resourceVersion=x'));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });

    it('shows tables and bare metadata', async () => {
      const accept = (kind: string) =>
        `application/json;as=${kind};g=meta.k8s.io;v=v1`;
      const table = await client().get(path('limit=1'), {
        accept: accept('Table'),
      });
      expect(table.body).toMatchObject({
        kind: 'Table',
        apiVersion: 'meta.k8s.io/v1',
        rows: [{ object: { kind: 'PartialObjectMetadata' } }],
      });
      expect(objectsIn(table.body.columnDefinitions)[0]).toMatchObject({
        name: 'Name',
        type: 'string',
        format: 'name',
      });
      const bare = await client().get(path('limit=1'), {
        accept: accept('PartialObjectMetadataList'),
      });
      expect(bare.body.kind).toBe('PartialObjectMetadataList');
      expect(Object.keys(objectsIn(bare.body.items)[0]).sort()).toEqual([
        'apiVersion',
        'kind',
        'metadata',
      ]);
    });

    it('refuses media types that it cannot write', async () => {
      const { status } = await client().get(path(), { accept: 'text/html' });
      expect(status).toBe(406);
    });
  });
}
