import {
  checkoutObjects,
  exposuresAmong,
  hopLine,
  metadata,
  pod,
  waitingFor,
} from '../../testing/shop';

const PREFIX = 'service.beta.kubernetes.io/';

interface Case {
  annotations?: Record<string, string>;
  service?: object;
  port?: object;
  address?: string;
  event?: { reason?: string; message: string; uid?: string };
  podLabels?: object;
  /** The status of both pods. */
  pods?: object;
  manager?: object;
  ready?: boolean;
}

function exposure({
  annotations = {},
  service = {},
  port = {},
  address,
  event,
  podLabels,
  pods,
  manager = {},
  ready = true,
}: Case) {
  const names = ['checkout-1-a', 'checkout-1-b'];
  const { exposures } = exposuresAmong(
    checkoutObjects({
      serviceMetadata: {
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            PREFIX + key,
            value,
          ]),
        ),
        ...manager,
      },
      service: {
        type: 'LoadBalancer',
        ports: [
          {
            name: 'http',
            port: 80,
            targetPort: 'web',
            nodePort: 30080,
            ...port,
          },
        ],
        ...service,
      },
      serviceStatus: address
        ? { loadBalancer: { ingress: [{ ip: address }] } }
        : {},
      ...(pods && { pods: names.map(name => pod(name, { status: pods })) }),
      ...(podLabels && {
        pods: names.map(name =>
          pod(name, {
            metadata: { labels: { app: 'checkout', ...podLabels } },
          }),
        ),
      }),
      endpoints: names.map(name => ({
        targetRef: { kind: 'Pod', name },
        conditions: { ready },
      })),
      instead: {
        Ingress: [],
        Event: event
          ? [
              {
                metadata: metadata('checkout.1'),
                type: 'Warning',
                reason: event.reason ?? 'SyncLoadBalancerFailed',
                message: event.message,
                lastTimestamp: '2026-11-22T11:50:00Z',
                count: 4,
                involvedObject: {
                  kind: 'Service',
                  namespace: 'shop',
                  name: 'checkout',
                  uid: event.uid ?? 'uid-of-checkout',
                },
              },
            ]
          : [],
      },
    }),
  );
  expect(exposures).toHaveLength(1);
  return exposures[0];
}

const RANGES = { loadBalancerSourceRanges: ['10.0.0.0/8'] };
const ADDRESS = '20.61.7.10';

describe('a fault of a load balancer', () => {
  it.each<[string, string, string, Case, string]>([
    [
      'IN02',
      'error',
      'a static address that does not exist',
      {
        annotations: { 'azure-load-balancer-ipv4': '20.1.1.1' },
        event: {
          message:
            'Error syncing load balancer: user supplied IP Address 20.1.1.1 was not found in resource group MC_shop',
        },
      },
      "the address 20.1.1.1 was not found in the resource group of the cluster's nodes, last reported on 2026-11-22 at 11:50 UTC.",
    ],
    [
      'IN03',
      'error',
      'a public IP address that does not exist',
      {
        annotations: {
          'azure-pip-name': 'shop',
          'azure-load-balancer-resource-group': 'net',
        },
        event: {
          message:
            "PublicIP from annotation azure-pip-name=shop for service shop/checkout doesn't exist",
        },
      },
      'there is no public IP address called shop in the resource group net',
    ],
    [
      'IN04',
      'error',
      'an identity without rights',
      { event: { message: 'ERROR CODE: LinkedAuthorizationFailed: {}' } },
      'may not read or join the subnet or public IP address',
    ],
    [
      'IN05',
      'error',
      'no address left',
      { event: { message: 'ERROR CODE: PublicIPCountLimitReached: {}' } },
      'may have no more public IP addresses',
    ],
    [
      'IN06',
      'error',
      'an address that is taken',
      {
        annotations: {
          'azure-load-balancer-internal': 'true',
          'azure-load-balancer-internal-subnet': 'apps',
        },
        event: { message: 'ERROR CODE: PrivateIPAddressIsAllocated: {}' },
      },
      'the subnet apps has no address for it',
    ],
    [
      'IN07',
      'error',
      'a DNS label that is taken',
      {
        annotations: { 'azure-dns-label-name': 'contoso' },
        event: {
          message:
            'there is an existing service shop/other consuming the DNS label on the public IP',
        },
      },
      'the DNS label contoso belongs to another address or Service',
    ],
    [
      'IN08',
      'error',
      'a port that is taken',
      {
        event: {
          message:
            'service port http is trying to consume the port 80 which is being referenced by an existing loadBalancing rule a-TCP-80',
        },
      },
      'another Service already has one of its ports',
    ],
    [
      'IN09',
      'error',
      'ranges given twice',
      {
        annotations: { 'azure-allowed-ip-ranges': '10.0.0.0/8' },
        service: RANGES,
      },
      'sets both spec.loadBalancerSourceRanges and service.beta.kubernetes.io/azure-allowed-ip-ranges',
    ],
    [
      'IN09',
      'warning',
      'ranges beside service tags',
      {
        annotations: { 'azure-allowed-service-tags': 'AzureCloud' },
        service: RANGES,
        address: ADDRESS,
        event: { reason: 'ConflictConfiguration', message: 'Please use' },
      },
      'the nodes then let in the ranges alone',
    ],
    [
      'IN09',
      'warning',
      'a range that is none',
      {
        annotations: { 'azure-allowed-ip-ranges': 'office' },
        address: ADDRESS,
      },
      'azure-allowed-ip-ranges, which holds something that is no range',
    ],
    [
      'IN10',
      'error',
      'a probe that takes too long',
      {
        annotations: {
          'azure-load-balancer-health-probe-interval': '60',
          'azure-load-balancer-health-probe-num-of-probe': '2',
        },
      },
      'gives up after 120 seconds (interval × failures), and Azure takes less than 120',
    ],
    [
      'IN10',
      'warning',
      'a probe that is too quick, of a load balancer that is there',
      {
        annotations: { 'azure-load-balancer-health-probe-interval': '3' },
        address: ADDRESS,
      },
      'is 3, and has to be 5 or more',
    ],
    [
      'IN11',
      'warning',
      'a probe over HTTP of NGINX',
      {
        port: { appProtocol: 'http' },
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
        address: ADDRESS,
      },
      'ingress-nginx answers 404 there',
    ],
    [
      'IN11',
      'error',
      'local traffic without a ready pod',
      {
        service: { externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 },
        ready: false,
        address: ADDRESS,
      },
      'the load balancer asks each node whether it has a ready pod',
    ],
    [
      'IN28',
      'error',
      'a policy',
      { event: { message: 'ERROR CODE: RequestDisallowedByPolicy: {}' } },
      'a policy of Azure does not allow what it asks for',
    ],
    [
      'IN60',
      'warning',
      'a label that is none',
      { annotations: { 'azure-dns-label-name': 'Shop!' }, address: ADDRESS },
      'azure-dns-label-name, which is no DNS label',
    ],
  ])('%s %s: %s', (rule, severity, _, given, cause) => {
    const [address] = exposure(given).hops;
    const findings = [
      ...(address.finding ? [address.finding] : []),
      ...(address.otherFindings ?? []),
    ];
    const found = findings.find(finding => finding.rule === rule);
    expect(found).toMatchObject({ severity });
    expect(found?.cause).toContain(cause);
  });

  it('follows a failing probe to the pods that are behind it', () => {
    const found = exposure({
      service: { externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 },
      pods: waitingFor('CrashLoopBackOff'),
      ready: false,
      address: ADDRESS,
    });
    expect(hopLine(found)).toBe(
      'address:broken service:ok endpoints:broken pods:broken',
    );
    expect(found.brokenAt).toBe('pods');
    expect(found.sentence).toContain('crashes again and again');
  });

  it('stands for the address that is missing for it', () => {
    const { sentence, hops } = exposure({
      event: { message: 'ERROR CODE: PublicIPCountLimitReached: {}' },
    });
    expect(hops[0].finding?.rule).toBe('IN05');
    expect(hops[0].otherFindings).toBeUndefined();
    expect(sentence).toContain(
      'Azure gives the Service checkout no address: the subscription may have no more public IP addresses',
    );
  });

  it('is looked for where the source is', () => {
    const [address] = exposure({
      annotations: { 'azure-pip-name': 'shop' },
      event: { message: 'PublicIP from annotation azure-pip-name=shop' },
      manager: { labels: { 'argocd.argoproj.io/instance': 'edge' } },
    }).hops;
    expect(address.finding?.remedy.text).toContain(
      'Argo CD (edge) keeps the Service checkout',
    );
  });
});

describe('no fault of a load balancer', () => {
  it.each<[string, Case]>([
    ['nothing said', { address: ADDRESS }],
    [
      'a refusal before it got its address',
      {
        address: ADDRESS,
        event: { message: 'ERROR CODE: PublicIPCountLimitReached: {}' },
      },
    ],
    [
      'the event of a namesake that is gone',
      {
        address: ADDRESS,
        event: {
          message: 'ERROR CODE: PublicIPCountLimitReached: {}',
          uid: 'uid-of-another',
        },
      },
    ],
    [
      'a probe over HTTP of an application',
      { port: { appProtocol: 'http' }, address: ADDRESS },
    ],
    [
      'a probe over HTTP of NGINX with its path',
      {
        annotations: {
          'azure-load-balancer-health-probe-request-path': '/healthz',
        },
        port: { appProtocol: 'http' },
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
        address: ADDRESS,
      },
    ],
    [
      'an internal one with service tags and ranges',
      {
        annotations: {
          'azure-load-balancer-internal': 'true',
          'azure-allowed-service-tags': 'AzureCloud',
          'azure-allowed-ip-ranges': '10.0.0.0/8',
        },
        address: '10.1.2.3',
      },
    ],
    [
      'external IPs',
      { service: { externalIPs: ['1.1.1.1'] }, address: ADDRESS },
    ],
    [
      'local traffic',
      {
        service: { externalTrafficPolicy: 'Local', healthCheckNodePort: 31000 },
        address: ADDRESS,
      },
    ],
  ])('%s', (_, given) => {
    const found = exposure(given);
    expect(found.verdict).toBe('ok');
  });

  it('tells what is asked of the load balancer', () => {
    const [address] = exposure({
      annotations: {
        'azure-load-balancer-internal': 'true',
        'azure-load-balancer-ipv4': '10.1.2.3',
      },
      service: {
        ...RANGES,
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: 31000,
      },
      address: '10.1.2.3',
    }).hops;
    expect(
      address.evidence.map(({ field, value }) => `${field}: ${value}`),
    ).toEqual([
      'status.loadBalancer.ingress[0].ip: 10.1.2.3',
      'load balancer: internal',
      'static address: 10.1.2.3',
      'spec.externalTrafficPolicy: Local',
      'spec.loadBalancerSourceRanges: 10.0.0.0/8',
      'health probe: HTTP /healthz on port 31000, every 5 s',
    ]);
  });
});
