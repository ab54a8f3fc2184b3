import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { valueAt } from '../objects/json';

const PREFIX = 'service.beta.kubernetes.io/';

interface Wish {
  name?: string;
  annotations?: Record<string, string>;
  spec?: object;
}

function loadBalancer({ name = 'web', annotations = {}, spec }: Wish = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          key.includes('/') ? key : PREFIX + key,
          value,
        ]),
      ),
    },
    spec: {
      type: 'LoadBalancer',
      ports: [{ name: 'http', port: 80 }],
      ...spec,
    },
  };
}

interface Refusal extends Wish {
  given: string;
  /** A part of the message, or a pattern. */
  says: string | RegExp;
  /** A Service that has its address before. */
  before?: Wish;
}

const REFUSALS: Refusal[] = [
  {
    given: 'an address that nobody has',
    annotations: {
      'azure-load-balancer-ipv4': '203.0.113.7',
      'azure-load-balancer-resource-group': 'contoso-addresses',
    },
    says: 'user supplied IP Address 203.0.113.7 was not found in resource group contoso-addresses',
  },
  {
    given: 'a private address that is to be public',
    annotations: { 'azure-load-balancer-ipv4': '10.1.2.3' },
    says: 'external Service "default/web" cannot use non-public LoadBalancer IP "10.1.2.3"; use an internal LoadBalancer annotation or a valid Azure Public IP address',
  },
  {
    given: 'a public address by a name that none has',
    annotations: { 'azure-pip-name': 'web-missing' },
    says: "PublicIP from annotation azure-pip-name(-IPv6)=web-missing for service default/web doesn't exist",
  },
  {
    given: 'the address of a node',
    annotations: {
      'azure-load-balancer-internal': 'true',
      'azure-load-balancer-ipv4': '10.224.0.4',
    },
    says: /PrivateIPAddressIsAllocated.*10\.224\.0\.4/,
  },
  {
    given: 'no right to look at addresses',
    annotations: {
      'sandbox.backstage-aks.io/azure-error': 'AuthorizationFailed',
      'azure-load-balancer-resource-group': 'contoso-addresses',
    },
    says: /AuthorizationFailed.*publicIPAddresses\/read.*resourceGroups\/contoso-addresses/,
  },
  {
    given: 'a port that another Service has on the same address',
    before: { name: 'other', annotations: { 'azure-pip-name': 'shared' } },
    annotations: { 'azure-pip-name': 'shared' },
    says: /checkLoadBalancerResourcesConflicts: service port http is trying to consume the port 80 which is being referenced by an existing loadBalancing rule a[0-9a-f]{31}-TCP-80 with the same protocol Tcp/,
  },
  {
    given: 'a DNS label on an address that has one',
    before: {
      name: 'other',
      annotations: { 'azure-pip-name': 'shared', 'azure-dns-label-name': 'a' },
    },
    annotations: { 'azure-pip-name': 'shared', 'azure-dns-label-name': 'b' },
    spec: { ports: [{ name: 'https', port: 443 }] },
    says: 'ensurePublicIPExists for service(default/web): pip(shared) - there is an existing service default/other consuming the DNS label on the public IP, so the service cannot set the DNS label annotation with this value',
  },
  {
    given: 'a DNS label that another address has',
    before: { name: 'other', annotations: { 'azure-dns-label-name': 'shop' } },
    annotations: { 'azure-dns-label-name': 'shop' },
    says: /DnsRecordInUse.*shop\.westeurope\.cloudapp\.azure\.com/,
  },
  {
    given: 'sources in two places',
    annotations: { 'azure-allowed-ip-ranges': '10.0.0.0/8' },
    spec: { loadBalancerSourceRanges: ['10.0.0.0/8'] },
    says: 'cannot set both spec.LoadBalancerSourceRanges and service annotation service.beta.kubernetes.io/azure-allowed-ip-ranges',
  },
  {
    given: 'a probe that is too slow',
    annotations: {
      'azure-load-balancer-health-probe-interval': '60',
      'azure-load-balancer-health-probe-num-of-probe': '2',
    },
    says: 'failed to parse health probe config for port 80: total probe should be less than 120, please adjust interval and number of probe accordingly',
  },
  {
    given: 'a probe that is too fast',
    annotations: { 'port_80_health-probe_interval': '3' },
    says: 'failed to parse health probe config for port 80: failed to parse annotation service.beta.kubernetes.io/port_80_health-probe_interval: the minimum value of interval is 5',
  },
  {
    given: 'a probe of a port that the Service lacks',
    annotations: { 'port_80_health-probe_port': 'admin' },
    says: 'failed to parse annotation service.beta.kubernetes.io/port_80_health-probe_port: port admin not found in service',
  },
];

describe('the controller of load balancers', () => {
  const clocked = useClockedCluster();
  const { pass, get, events } = clocked;
  const addressOf = (name: string) =>
    valueAt(get('Service', name), 'status.loadBalancer.ingress');

  it('gives an address and says so', () => {
    clocked.cluster.load([loadBalancer()]);
    pass(60);
    expect(addressOf('web')).toEqual([{ ip: '20.61.7.20', ipMode: 'VIP' }]);
    expect(events('web')).toEqual([
      'EnsuringLoadBalancer: Ensuring load balancer',
      'EnsuredLoadBalancer: Ensured load balancer',
    ]);
  });

  it.each(REFUSALS)('refuses $given', ({ before, says, ...wish }) => {
    if (before) {
      clocked.cluster.load([loadBalancer(before)]);
      pass(60);
    }
    clocked.cluster.load([loadBalancer(wish)]);
    pass(600);
    expect(addressOf('web')).toBeUndefined();
    const [ensuring, failed, ...more] = events('web');
    expect(ensuring).toBe('EnsuringLoadBalancer: Ensuring load balancer');
    const prefix =
      'SyncLoadBalancerFailed: Error syncing load balancer: failed to ensure load balancer: ';
    expect(failed.startsWith(prefix)).toBe(true);
    expect(failed.slice(prefix.length)).toMatch(says);
    expect(more).toEqual([]);
  });

  it('shares an address among Services of different ports', () => {
    clocked.cluster.load([
      loadBalancer({
        name: 'other',
        annotations: { 'azure-pip-name': 'shared' },
      }),
    ]);
    pass(60);
    clocked.cluster.load([
      loadBalancer({
        annotations: { 'azure-pip-name': 'shared' },
        spec: { ports: [{ name: 'https', port: 443 }] },
      }),
    ]);
    pass(60);
    expect(addressOf('web')).toEqual(addressOf('other'));
  });

  it('gives an address of the virtual network, and one outside again', () => {
    clocked.cluster.load([
      loadBalancer({ annotations: { 'azure-load-balancer-internal': 'true' } }),
    ]);
    pass(60);
    expect(addressOf('web')).toEqual([{ ip: '10.224.1.20', ipMode: 'VIP' }]);
    clocked.cluster.objects.patch('Service', 'default', 'web', {
      metadata: {
        annotations: { [`${PREFIX}azure-load-balancer-internal`]: 'false' },
      },
    });
    pass(60);
    expect(addressOf('web')).toEqual([{ ip: '20.61.7.20', ipMode: 'VIP' }]);
  });

  it('tries again when a port becomes free', () => {
    const wish = { annotations: { 'azure-pip-name': 'shared' } };
    clocked.cluster.load([loadBalancer({ ...wish, name: 'other' })]);
    pass(60);
    clocked.cluster.load([loadBalancer(wish)]);
    pass(60);
    expect(addressOf('web')).toBeUndefined();
    clocked.cluster.objects.delete('Service', 'default', 'other');
    pass(60);
    expect(addressOf('web')).toHaveLength(1);
  });

  it('warns of sources that it cannot use', () => {
    clocked.cluster.load([
      loadBalancer({
        annotations: {
          'azure-allowed-ip-ranges': '10.0.0.0/33',
          'azure-allowed-service-tags': 'AzureFrontDoor.Backend',
        },
      }),
      loadBalancer({
        name: 'other',
        annotations: { 'azure-allowed-service-tags': 'AzureFrontDoor.Backend' },
        spec: { loadBalancerSourceRanges: ['192.168.0.0/16'] },
      }),
    ]);
    pass(60);
    expect(events('web')).toContain(
      'InvalidAllowedIPRanges: Found invalid service.beta.kubernetes.io/azure-allowed-ip-ranges ["10.0.0.0/33"], ignoring and adding a default DenyAll rule in security group.',
    );
    expect(events('other')).toContain(
      'ConflictConfiguration: Please use annotation service.beta.kubernetes.io/azure-allowed-ip-ranges instead of spec.loadBalancerSourceRanges while using service.beta.kubernetes.io/azure-allowed-service-tags annotation at the same time.',
    );
    expect(addressOf('other')).toHaveLength(1);
  });

  it('leaves Services of another class alone', () => {
    clocked.cluster.load([
      loadBalancer({ spec: { loadBalancerClass: 'example.com/other' } }),
    ]);
    pass(60);
    expect(addressOf('web')).toBeUndefined();
    expect(events('web')).toEqual([]);
  });
});
