import { Exposure, HopKind } from '../exposure';
import {
  checkoutObjects,
  exposuresAmong,
  metadata,
  NOW,
  Objects,
} from '../testing/shop';

const HOSTS = ['a.contoso.example', 'b.fabrikam.example', 'c.contoso.example'];

function ruleFor(host: string, port: object = { name: 'http' }) {
  return {
    host,
    http: {
      paths: [
        {
          path: '/',
          pathType: 'Prefix',
          backend: { service: { name: 'checkout', port } },
        },
      ],
    },
  };
}

function exposuresOfHosts(ingress: object, instead: Objects = {}) {
  return exposuresAmong(checkoutObjects({ ingress, instead })).exposures;
}

function hopOf({ hops }: Exposure, wanted: HopKind) {
  return hops.find(({ kind }) => kind === wanted);
}

const SHARED: HopKind[] = [
  'address',
  'listener',
  'service',
  'endpoints',
  'pods',
];

describe('host names of one Ingress', () => {
  it('share every hop but the route, as one object', () => {
    const [first, ...others] = exposuresOfHosts({
      rules: HOSTS.map(host => ruleFor(host)),
    });
    expect(others).toHaveLength(2);
    for (const other of others) {
      for (const kind of SHARED) {
        expect(hopOf(first, kind)).toBeDefined();
        expect(hopOf(other, kind)).toBe(hopOf(first, kind));
      }
      expect(hopOf(other, 'route')).not.toEqual(hopOf(first, 'route'));
    }
  });

  it.each<[string, object]>([
    ['another port', ruleFor(HOSTS[1], { number: 9999 })],
    [
      'a port of that name which is a number',
      ruleFor(HOSTS[1], { name: '80' }),
    ],
  ])('do not share what stands behind %s', (_, rule) => {
    const [whole, broken] = exposuresOfHosts({
      rules: [ruleFor(HOSTS[0], { number: 80 }), rule],
    });
    expect(whole.verdict).toBe('ok');
    expect(broken).toMatchObject({ verdict: 'broken', brokenAt: 'route' });
  });

  it('have hops of their own where a rule is about the name', () => {
    const keeper = metadata('public-dns');
    const exposures = exposuresOfHosts(
      { rules: HOSTS.map(host => ruleFor(host)) },
      {
        ExternalDNS: [
          {
            metadata: keeper,
            spec: {
              resourceTypes: ['ingress'],
              dnsZoneResourceIDs: [
                '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/dns/providers/Microsoft.Network/dnszones/contoso.example',
              ],
              identity: { serviceAccount: 'dns' },
            },
          },
        ],
        Event: [
          {
            metadata: metadata('public-dns.1'),
            type: 'Warning',
            reason: 'FailedUpdateOrCreateExternalDNSResources',
            message: 'serviceaccounts "dns" not found',
            lastTimestamp: NOW.toISOString(),
            involvedObject: {
              apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
              kind: 'ExternalDNS',
              namespace: 'shop',
              name: 'public-dns',
            },
          },
        ],
      },
    );
    const told = exposures.map(exposure => [
      exposure.host,
      hopOf(exposure, 'address')?.finding?.rule,
    ]);
    expect(told).toEqual([
      [HOSTS[0], 'IN27'],
      [HOSTS[1], undefined],
      [HOSTS[2], 'IN27'],
    ]);
    expect(hopOf(exposures[2], 'address')?.finding?.cause).toContain(HOSTS[2]);
  });
});
