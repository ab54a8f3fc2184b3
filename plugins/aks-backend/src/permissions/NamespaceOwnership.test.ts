import { NamespaceRecord } from '@backstage-aks/insight';
import { OwnershipConfig } from '../config/readAksConfig';
import { StoredCluster } from '../store/ClusterStore';
import { NamespaceOwnership } from './NamespaceOwnership';

const cluster: StoredCluster = {
  id: 'uid',
  slug: 'abc',
  name: 'weu',
  environment: 'production',
  freshness: { state: 'live' },
};

const settings: OwnershipConfig = {
  label: 'owner',
  annotation: 'example.com/owners',
  patterns: [
    { pattern: /^pay-.*$/, owner: 'payments' },
    { pattern: /^pay-.*$/, owner: 'never-reached' },
  ],
  unbound: 'allow',
};

function record(
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): NamespaceRecord {
  return {
    kind: 'Namespace',
    namespace: '',
    name,
    uid: name,
    labels,
    phase: 'Active',
    annotations,
  };
}

describe('NamespaceOwnership', () => {
  it.each([
    {
      what: 'a label value is a group of the default namespace',
      namespace: record('shop', { owner: 'storefront' }),
      owners: ['group:default/storefront'],
      openToAll: false,
    },
    {
      what: 'an annotation holds several owners and full references, and wins',
      namespace: record(
        'shop',
        { owner: 'storefront' },
        { 'example.com/owners': 'group:emea/Shop, user:default/mona' },
      ),
      owners: ['group:emea/shop', 'user:default/mona'],
      openToAll: false,
    },
    {
      what: 'the first pattern that matches the name counts',
      namespace: record('pay-core', {}),
      owners: ['group:default/payments'],
      openToAll: false,
    },
    {
      what: 'a label wins over a pattern',
      namespace: record('pay-core', { owner: 'platform' }),
      owners: ['group:default/platform'],
      openToAll: false,
    },
    {
      what: 'a value that is no reference binds to nobody, not to everybody',
      namespace: record('shop', {}, { 'example.com/owners': 'group:' }),
      owners: [],
      openToAll: false,
    },
    {
      what: 'an unbound namespace is open where the configuration allows it',
      namespace: record('misc', {}),
      owners: [],
      openToAll: true,
    },
  ])('$what', ({ namespace, owners, openToAll }) => {
    const ownership = new NamespaceOwnership(settings);
    expect(
      ownership.resource(cluster, namespace.name, namespace),
    ).toMatchObject({ owners, openToAll });
  });

  it('keeps an unbound namespace closed where the configuration denies it', () => {
    const ownership = new NamespaceOwnership({ ...settings, unbound: 'deny' });
    expect(
      ownership.resource(cluster, 'misc', record('misc', {})),
    ).toMatchObject({ owners: [], openToAll: false });
  });

  it('opens a namespace that does not exist to nobody but the owners of its name', () => {
    const ownership = new NamespaceOwnership(settings);
    expect(ownership.resource(cluster, 'misc', undefined)).toMatchObject({
      owners: [],
      openToAll: false,
    });
    expect(ownership.resource(cluster, 'pay-x', undefined)).toMatchObject({
      owners: ['group:default/payments'],
      openToAll: false,
    });
  });
});
