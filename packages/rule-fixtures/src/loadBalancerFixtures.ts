import { event } from './event';
import {
  checkout,
  endpoint,
  endpointSlice,
  Manifest,
  notReady,
  pod,
  service,
} from './manifests';
import { RuleFixture } from './RuleFixture';

const PREFIX = 'service.beta.kubernetes.io/';

const NAMES = ['checkout-a', 'checkout-b'];

interface BalancedParts {
  /** Without what they all begin with. */
  annotations?: Record<string, string>;
  spec?: object;
  port?: object;
  /** False where Azure has not given one. */
  address?: boolean;
  /** What the cluster's controller for Azure reports. */
  refusal?: string;
  podLabels?: Record<string, string>;
  ready?: boolean;
}

/** A checkout behind a Service of type LoadBalancer. */
function balanced(
  namespace: string,
  {
    annotations = {},
    spec,
    port,
    address = true,
    refusal,
    podLabels = {},
    ready = true,
  }: BalancedParts = {},
): Manifest[] {
  return checkout(namespace, {
    class: [],
    ingress: [],
    service: [
      service(
        namespace,
        {
          type: 'LoadBalancer',
          ports: [{ name: 'http', port: 80, targetPort: 'web', ...port }],
          ...spec,
        },
        {
          annotations: Object.fromEntries(
            Object.entries(annotations).map(([key, value]) => [
              PREFIX + key,
              value,
            ]),
          ),
          status: {
            loadBalancer: address ? { ingress: [{ ip: '20.61.7.30' }] } : {},
          },
        },
      ),
    ],
    pods: NAMES.map(name =>
      pod(namespace, name, {
        labels: { app: 'checkout', ...podLabels },
        ...(!ready && { status: notReady }),
      }),
    ),
    slice: [
      endpointSlice(
        namespace,
        NAMES.map(name => endpoint(namespace, name, ready)),
      ),
    ],
    more:
      refusal === undefined
        ? []
        : [
            event(
              {
                apiVersion: 'v1',
                kind: 'Service',
                namespace,
                name: 'checkout',
              },
              {
                reason: 'SyncLoadBalancerFailed',
                message: `Error syncing load balancer: failed to ensure load balancer: ${refusal}`,
              },
            ),
          ],
  });
}

interface Refused {
  rule: string;
  name: string;
  annotations?: Record<string, string>;
  refusal: string;
}

const REFUSED: readonly Refused[] = [
  {
    rule: 'IN02',
    name: 'a static address that does not exist',
    annotations: { 'azure-load-balancer-ipv4': '20.61.7.30' },
    refusal:
      'user supplied IP Address 20.61.7.30 was not found in resource group mc_shop',
  },
  {
    rule: 'IN03',
    name: 'a public IP address that does not exist',
    annotations: { 'azure-pip-name': 'checkout' },
    refusal:
      "PublicIP from annotation azure-pip-name=checkout for service shop/checkout doesn't exist",
  },
  {
    rule: 'IN04',
    name: 'an identity without rights',
    refusal: 'RESPONSE 403: ERROR CODE: AuthorizationFailed: {}',
  },
  {
    rule: 'IN05',
    name: 'a subscription without addresses',
    refusal: 'RESPONSE 400: ERROR CODE: PublicIPCountLimitReached: {}',
  },
  {
    rule: 'IN06',
    name: 'a subnet that is full',
    annotations: { 'azure-load-balancer-internal': 'true' },
    refusal: 'RESPONSE 400: ERROR CODE: SubnetIsFull: {}',
  },
  {
    rule: 'IN07',
    name: 'a DNS label that another Service has',
    annotations: { 'azure-dns-label-name': 'checkout' },
    refusal:
      'there is an existing service shop/other consuming the DNS label on the public IP',
  },
  {
    rule: 'IN08',
    name: 'a port that another Service has',
    refusal:
      'service port http is trying to consume the port 80 which is being referenced by an existing loadBalancing rule a-TCP-80',
  },
  {
    rule: 'IN28',
    name: 'a policy against public addresses',
    refusal: 'RESPONSE 403: ERROR CODE: RequestDisallowedByPolicy: {}',
  },
];

/** What a Service asks of Azure's load balancer, and what becomes of it. */
export const loadBalancerFixtures: readonly RuleFixture[] = [
  ...REFUSED.map(
    ({ rule, name, annotations, refusal }): RuleFixture => ({
      rule,
      name,
      hop: 'address',
      severity: 'error',
      broken: ({ namespace }) =>
        balanced(namespace, { annotations, refusal, address: false }),
      healthy: ({ namespace }) => balanced(namespace, { annotations }),
    }),
  ),
  {
    rule: 'IN01',
    name: 'no address for long',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) => balanced(namespace, { address: false }),
    healthy: ({ namespace }) => balanced(namespace),
  },
  {
    rule: 'IN09',
    name: 'allowed ranges in two places',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      balanced(namespace, {
        annotations: { 'azure-allowed-ip-ranges': '203.0.113.0/24' },
        spec: { loadBalancerSourceRanges: ['203.0.113.0/24'] },
        address: false,
      }),
    healthy: ({ namespace }) =>
      balanced(namespace, {
        annotations: { 'azure-allowed-ip-ranges': '203.0.113.0/24' },
      }),
  },
  {
    rule: 'IN10',
    name: 'a probe that takes two minutes',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      balanced(namespace, {
        annotations: {
          'azure-load-balancer-health-probe-interval': '60',
          'azure-load-balancer-health-probe-num-of-probe': '2',
        },
        address: false,
      }),
    healthy: ({ namespace }) =>
      balanced(namespace, {
        annotations: {
          'azure-load-balancer-health-probe-interval': '15',
          'azure-load-balancer-health-probe-num-of-probe': '2',
        },
      }),
  },
  {
    rule: 'IN11',
    name: 'a probe for / of an NGINX, which answers 404',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      balanced(namespace, {
        port: { appProtocol: 'http' },
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
      }),
    healthy: ({ namespace }) =>
      balanced(namespace, {
        annotations: {
          'azure-load-balancer-health-probe-request-path': '/healthz',
        },
        port: { appProtocol: 'http' },
        podLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
      }),
  },
  {
    rule: 'IN11',
    name: 'local traffic to nodes without a ready pod',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      balanced(namespace, {
        spec: { externalTrafficPolicy: 'Local' },
        ready: false,
      }),
    healthy: ({ namespace }) =>
      balanced(namespace, { spec: { externalTrafficPolicy: 'Local' } }),
  },
  {
    rule: 'IN30',
    name: 'external IPs',
    hop: 'address',
    severity: 'info',
    broken: ({ namespace }) =>
      balanced(namespace, { spec: { externalIPs: ['192.0.2.10'] } }),
    healthy: ({ namespace }) => balanced(namespace),
  },
  {
    rule: 'IN60',
    name: 'a DNS label that is none',
    hop: 'address',
    severity: 'warning',
    broken: ({ namespace }) =>
      balanced(namespace, { annotations: { 'azure-dns-label-name': 'Shop!' } }),
    healthy: ({ namespace }) =>
      balanced(namespace, { annotations: { 'azure-dns-label-name': 'shop' } }),
  },
];
