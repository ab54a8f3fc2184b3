import { loadBalancerSettings } from './loadBalancerSettings';

const PREFIX = 'service.beta.kubernetes.io/';

function settings(
  annotations: Record<string, string>,
  spec: Parameters<typeof loadBalancerSettings>[1] = {},
) {
  return loadBalancerSettings(
    Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [PREFIX + key, value]),
    ),
    spec,
  );
}

describe('loadBalancerSettings', () => {
  it('are those of a public load balancer without annotations', () => {
    expect(settings({})).toEqual({
      internal: false,
      addresses: [],
      publicIpNames: [],
      publicIpPrefixes: [],
      tags: [],
      ipTags: [],
      serviceTags: [],
      allowedRanges: [],
      deniesOthers: false,
      tcpReset: true,
      highAvailabilityPorts: false,
      floatingIp: true,
      securityRules: true,
      additionalAddresses: [],
      configurations: [],
      probe: {},
      ports: {},
      problems: [],
    });
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'an internal one',
      {
        'azure-load-balancer-internal': 'True',
        'azure-load-balancer-internal-subnet': 'apps',
        'azure-load-balancer-ipv4': '10.1.2.3',
        'azure-load-balancer-ipv6': 'fd00::1',
        'azure-load-balancer-enable-high-availability-ports': 'true',
      },
      {
        internal: true,
        subnet: 'apps',
        addresses: ['10.1.2.3', 'fd00::1'],
        highAvailabilityPorts: true,
      },
    ],
    [
      'a static public address',
      {
        'azure-pip-name': 'shop',
        'azure-pip-name-ipv6': 'shop-6',
        'azure-pip-prefix-id':
          '/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/publicIPPrefixes/p',
        'azure-load-balancer-resource-group': 'rg-(net)',
        'azure-dns-label-name': 'contoso-shop',
        'azure-pip-tags': 'team=pay,stage=a b',
        'azure-pip-ip-tags': 'RoutingPreference=Internet',
      },
      {
        publicIpNames: ['shop', 'shop-6'],
        publicIpPrefixes: [
          '/subscriptions/0/resourceGroups/net/providers/Microsoft.Network/publicIPPrefixes/p',
        ],
        resourceGroup: 'rg-(net)',
        dnsLabel: 'contoso-shop',
        tags: ['team', 'stage'],
        ipTags: ['RoutingPreference'],
      },
    ],
    [
      'who may come in',
      {
        'azure-allowed-service-tags': 'AzureFrontDoor.Backend, Internet',
        'azure-allowed-ip-ranges': '10.0.0.0/8, 2001:db8::/32',
        'azure-deny-all-except-load-balancer-source-ranges': 'true',
        'azure-disable-load-balancer-nsg-rule': 'true',
      },
      {
        serviceTags: ['AzureFrontDoor.Backend', 'Internet'],
        allowedRanges: ['10.0.0.0/8', '2001:db8::/32'],
        deniesOthers: true,
        securityRules: false,
      },
    ],
    [
      'how it behaves',
      {
        'azure-load-balancer-tcp-idle-timeout': '15',
        'azure-load-balancer-disable-tcp-reset': 'true',
        'azure-disable-load-balancer-floating-ip': 'true',
        'azure-additional-public-ips': '20.1.1.1,20.1.1.2',
        'azure-load-balancer-configurations': 'one,two',
      },
      {
        idleTimeout: 15,
        tcpReset: false,
        floatingIp: false,
        additionalAddresses: ['20.1.1.1', '20.1.1.2'],
        configurations: ['one', 'two'],
      },
    ],
    [
      'how it probes',
      {
        'azure-load-balancer-health-probe-protocol': 'HTTP',
        'azure-load-balancer-health-probe-request-path': '/healthz',
        'azure-load-balancer-health-probe-interval': '10',
        'azure-load-balancer-health-probe-num-of-probe': '3',
        'port_443_health-probe_port': 'http',
        'port_443_health-probe_interval': '7',
        port_80_no_probe_rule: 'true',
        port_80_no_lb_rule: 'true',
      },
      {
        probe: {
          protocol: 'http',
          path: '/healthz',
          interval: 10,
          failures: 3,
        },
        ports: {
          443: { port: 'http', interval: 7 },
          80: { probed: false, rule: false },
        },
      },
    ],
    [
      'a Private Link Service',
      {
        'azure-pls-create': 'true',
        'azure-pls-name': 'shop',
        'azure-pls-resource-group': 'net',
        'azure-pls-ip-configuration-subnet': 'pls',
        'azure-pls-ip-configuration-ip-address-count': '2',
        'azure-pls-ip-configuration-ip-address': '10.1.0.4 10.1.0.5',
        'azure-pls-fqdns': 'a.contoso.example b.contoso.example',
        'azure-pls-proxy-protocol': 'true',
        'azure-pls-visibility': '*',
        'azure-pls-auto-approval': 'sub-1',
      },
      {
        privateLink: {
          name: 'shop',
          resourceGroup: 'net',
          subnet: 'pls',
          addressCount: 2,
          addresses: ['10.1.0.4', '10.1.0.5'],
          hostnames: ['a.contoso.example', 'b.contoso.example'],
          proxyProtocol: true,
          visibleTo: ['*'],
          approvedFor: ['sub-1'],
        },
      },
    ],
  ])('tell %s', (_, annotations, expected) => {
    expect(settings(annotations)).toMatchObject({ ...expected, problems: [] });
  });

  it('take the address of the Service where no annotation has one', () => {
    const spec = { loadBalancerIP: '20.1.1.9' };
    expect(settings({}, spec).addresses).toEqual(['20.1.1.9']);
    expect(
      settings({ 'azure-load-balancer-ipv4': '20.1.1.1' }, spec).addresses,
    ).toEqual(['20.1.1.1']);
  });

  it.each<[string, string, string, boolean]>([
    [
      'azure-load-balancer-internal',
      'yes',
      'is neither true nor false, and counts as false',
      false,
    ],
    [
      'azure-load-balancer-internal-subnet',
      'apps',
      'has no effect without azure-load-balancer-internal: "true"',
      false,
    ],
    ['azure-load-balancer-ipv4', 'ten', 'is no IP address', true],
    [
      'azure-load-balancer-tcp-idle-timeout',
      '3',
      'is 3, and has to be from 4 to 100',
      true,
    ],
    [
      'azure-load-balancer-tcp-idle-timeout',
      '45',
      'is 45, and AKS documents 30 minutes as the most',
      false,
    ],
    [
      'azure-load-balancer-tcp-idle-timeout',
      '101',
      'is 101, and has to be from 4 to 100',
      true,
    ],
    ['azure-load-balancer-tcp-idle-timeout', '4m', 'is no whole number', true],
    [
      'azure-load-balancer-health-probe-interval',
      '4',
      'is 4, and has to be 5 or more',
      true,
    ],
    [
      'azure-load-balancer-health-probe-num-of-probe',
      '1',
      'is 1, and has to be 2 or more',
      true,
    ],
    [
      'azure-load-balancer-health-probe-protocol',
      'grpc',
      'is none of tcp, http and https, and counts as tcp',
      false,
    ],
    ['azure-dns-label-name', 'Shop', 'is no DNS label', true],
    [
      'azure-allowed-ip-ranges',
      '10.0.0.0/8,x',
      'holds something that is no range',
      true,
    ],
    [
      'azure-load-balancer-enable-high-availability-ports',
      'true',
      'is for internal load balancers only',
      false,
    ],
    [
      'azure-load-balancer-mode',
      '__auto__',
      'is for Basic load balancers, which AKS no longer has',
      false,
    ],
    [
      'port_http_no_probe_rule',
      'true',
      'has no effect: the port in its name has to be a number',
      false,
    ],
    [
      'port_81_no_probe_rule',
      'true',
      'has no effect: the Service has no port 81',
      false,
    ],
    [
      'port_80_health-probe_port',
      '70000',
      'is no port: it is above 65535',
      true,
    ],
  ])('say that %s: %s %s', (key, value, problem, refused) => {
    expect(settings({ [key]: value }, { ports: [80] }).problems).toEqual([
      { annotation: PREFIX + key, problem, refused },
    ]);
  });

  it('find a subscription approved that may not see the link', () => {
    expect(
      settings({
        'azure-pls-create': 'true',
        'azure-pls-visibility': 'sub-1',
        'azure-pls-auto-approval': 'sub-1,sub-2',
      }).problems,
    ).toHaveLength(1);
  });

  it('keep nothing of a value that has another form', () => {
    const secret = 'hunter2 {"password": "x"}';
    const written = settings({
      'azure-pip-name': secret,
      'azure-allowed-ip-ranges': secret,
      'azure-load-balancer-tcp-idle-timeout': secret,
      'azure-load-balancer-health-probe-request-path': secret,
      'azure-pip-tags': secret,
      'port_80_health-probe_protocol': secret,
    });
    expect(JSON.stringify(written)).not.toContain('hunter2');
    expect(written.problems).toHaveLength(6);
  });
});
