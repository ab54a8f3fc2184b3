import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { namespace } from '../__testUtils__/manifests';
import { TestFleet } from '../__testUtils__/TestFleet';
import { NamespaceOwnership } from './NamespaceOwnership';
import { addResourceTypes } from './resourceTypes';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('resource types', () => {
  async function register() {
    const fleet = await TestFleet.create(databases);
    const cluster = await fleet.addCluster('weu', 'production', [
      namespace('shop', { owner: 'storefront' }),
    ]);
    const registry = mockServices.permissionsRegistry.mock();
    addResourceTypes({
      permissionsRegistry: registry,
      reader: fleet.reader,
      ownership: new NamespaceOwnership({
        label: 'owner',
        patterns: [],
        unbound: 'allow',
      }),
    });
    const resources = (type: string, refs: string[]) =>
      registry.addResourceType.mock.calls
        .map(([resource]) => resource)
        .find(({ resourceRef }) => resourceRef.resourceType === type)
        ?.getResources?.(refs);
    return { cluster, resources };
  }

  it('finds clusters by slug', async () => {
    const { cluster, resources } = await register();
    expect(await resources('aks-cluster', ['no-such', cluster.slug])).toEqual([
      undefined,
      { slug: cluster.slug, name: 'weu', environment: 'production' },
    ]);
  });

  it('finds namespaces by slug and name; no reference opens what does not exist', async () => {
    const { cluster, resources } = await register();
    expect(
      await resources('aks-namespace', [
        `${cluster.slug}/shop`,
        `${cluster.slug}/no-such`,
        `${cluster.slug}/`,
        cluster.slug,
        'no-such/shop',
      ]),
    ).toEqual([
      expect.objectContaining({
        name: 'shop',
        owners: ['group:default/storefront'],
        openToAll: false,
      }),
      expect.objectContaining({ owners: [], openToAll: false }),
      undefined,
      undefined,
      undefined,
    ]);
  });
});
