import { TestDatabases } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/component';
import { exposureViewOf } from '../__testUtils__/exposureViewOf';
import {
  ingress,
  Manifest,
  namespace,
  service,
  workload,
} from '../__testUtils__/manifests';
import { startTestPortal } from '../__testUtils__/startTestPortal';
import { TestFleet } from '../__testUtils__/TestFleet';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const EXPOSURE = '/entities/component/default/web/exposure';

const challenge: Manifest = {
  kind: 'Challenge',
  metadata: { namespace: 'shop', name: 'web-1' },
  spec: { type: 'HTTP-01', dnsName: 'web.example' },
  status: {
    state: 'pending',
    reason:
      'path /.well-known/acme-challenge/x cannot be used with pathType Exact',
  },
};

function externalDns(kind: 'ExternalDNS' | 'ClusterExternalDNS'): Manifest[] {
  const place = kind === 'ExternalDNS' ? { namespace: 'shop' } : {};
  return [
    {
      kind,
      metadata: { ...place, name: 'public' },
      spec: {
        dnsZoneResourceIDs: [
          '/subscriptions/1/resourceGroups/dns/providers/Microsoft.Network/dnszones/example',
        ],
        resourceTypes: ['ingress'],
        identity: { serviceAccount: 'dns' },
      },
    },
    {
      kind: 'Event',
      metadata: { namespace: place.namespace ?? 'default', name: 'public.1' },
      type: 'Warning',
      reason: 'FailedUpdateOrCreateExternalDNSResources',
      message: 'serviceAccount dns does not exist in namespace shop',
      involvedObject: {
        apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
        kind,
        ...place,
        name: 'public',
      },
    },
  ];
}

async function rulesAmong(manifests: Manifest[]): Promise<string[]> {
  const fleet = await TestFleet.create(databases);
  await fleet.addCluster('weu', 'production', [
    namespace('shop', { owner: 'group:default/shop' }),
    namespace('default', { owner: 'group:default/shop' }),
    ...workload({ namespace: 'shop', name: 'web', labels: { app: 'web' } }),
    ...service({ namespace: 'shop', name: 'web' }),
    ingress({ namespace: 'shop', name: 'web', host: 'web.example' }),
    ...manifests,
  ]);
  const portal = await startTestPortal({
    fleet,
    entities: [component('web', { selector: 'app=web', namespace: 'shop' })],
  });
  const { body } = await portal.get(EXPOSURE);
  const [{ exposures }] = exposureViewOf(body).environments;
  return exposures[0].hops.flatMap(({ finding, otherFindings = [] }) =>
    [finding, ...otherFindings].flatMap(found => found?.rule ?? []),
  );
}

describe('what keeps the names and certificates of a service', () => {
  it.each<[string, string, Manifest[]]>([
    ['a challenge', 'IN19', [challenge]],
    ['an external-dns', 'IN27', externalDns('ExternalDNS')],
    [
      'an external-dns of the whole cluster',
      'IN27',
      externalDns('ClusterExternalDNS'),
    ],
  ])('is judged by %s', async (_, rule, manifests) => {
    expect(await rulesAmong(manifests)).toContain(rule);
    expect(await rulesAmong([])).not.toContain(rule);
  });
});
