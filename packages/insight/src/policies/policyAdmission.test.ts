import { project } from '../project/project';
import { NetworkPolicyRecord } from '../records/networking';
import { metadata } from '../testing/shop';
import { admissionOf, PolicySource, PolicyTarget } from './policyAdmission';

const TARGET: PolicyTarget = {
  namespace: 'shop',
  labels: { app: 'checkout' },
  port: 8080,
  protocol: 'TCP',
  ports: [{ container: 'app', name: 'web', port: 8080, protocol: 'TCP' }],
};

/** The NGINX of application routing, of whose namespace only the name is known. */
const NGINX: PolicySource = {
  namespace: 'app-routing-system',
  namespaceLabels: {
    labels: { 'kubernetes.io/metadata.name': 'app-routing-system' },
    complete: false,
  },
  podLabels: { labels: { app: 'nginx' }, complete: false },
};

const GATEWAY_OF_AZURE: PolicySource = {
  namespaceLabels: { labels: {}, complete: true },
  podLabels: { labels: {}, complete: true },
  outside: true,
};

function policy(spec: object): NetworkPolicyRecord {
  const record = project('NetworkPolicy', {
    metadata: metadata('policy'),
    spec: { podSelector: {}, ...spec },
  })?.record;
  if (record?.kind !== 'NetworkPolicy') {
    throw new Error('The policy of the test cannot be projected');
  }
  return record;
}

function from(...peers: object[]) {
  return policy({ ingress: [{ from: peers }] });
}

const byName = (name: string) => ({
  namespaceSelector: {
    matchLabels: { 'kubernetes.io/metadata.name': name },
  },
});

describe('the way from the controller to the pods', () => {
  it.each<[string, NetworkPolicyRecord[], string]>([
    ['no policy', [], 'allowed'],
    [
      'a policy for other pods',
      [policy({ podSelector: { matchLabels: { app: 'db' } }, ingress: [] })],
      'allowed',
    ],
    [
      'a policy for Egress alone',
      [policy({ policyTypes: ['Egress'] })],
      'allowed',
    ],
    ['a policy without types and rules', [policy({})], 'denied'],
    ['an empty rule', [policy({ ingress: [{}] })], 'allowed'],
    [
      'an empty list of peers',
      [policy({ ingress: [{ from: [] }] })],
      'allowed',
    ],
    ['pods of the own namespace', [from({ podSelector: {} })], 'denied'],
    ['every namespace', [from({ namespaceSelector: {} })], 'allowed'],
    [
      'the namespace of the controller',
      [from(byName('app-routing-system'))],
      'allowed',
    ],
    ['another namespace', [from(byName('ingress-nginx'))], 'denied'],
    [
      'a label of the namespace that is not known',
      [from({ namespaceSelector: { matchLabels: { team: 'edge' } } })],
      'unknown',
    ],
    [
      'the pods of the controller',
      [
        from({
          ...byName('app-routing-system'),
          podSelector: { matchLabels: { app: 'nginx' } },
        }),
      ],
      'allowed',
    ],
    [
      'other pods of its namespace',
      [
        from({
          ...byName('app-routing-system'),
          podSelector: { matchLabels: { app: 'external-dns' } },
        }),
      ],
      'denied',
    ],
    ['every address', [from({ ipBlock: { cidr: '0.0.0.0/0' } })], 'unknown'],
    ['some addresses', [from({ ipBlock: { cidr: '10.0.0.0/8' } })], 'unknown'],
    [
      'every address but some',
      [from({ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } })],
      'unknown',
    ],
    [
      'one policy that bars it and one that lets it in',
      [policy({}), from({ namespaceSelector: {} })],
      'allowed',
    ],
    [
      'one that bars it and one of which it is not known',
      [policy({}), from({ ipBlock: { cidr: '10.0.0.0/8' } })],
      'unknown',
    ],
  ])('with %s: %s', (_, policies, admission) => {
    expect(admissionOf(policies, NGINX, TARGET).admission).toBe(admission);
  });

  it.each<[object, string]>([
    [{ port: 8080 }, 'allowed'],
    [{ port: 'web' }, 'allowed'],
    [{ port: 'metrics' }, 'denied'],
    [{ port: 80 }, 'denied'],
    [{ port: 8000, endPort: 8100 }, 'allowed'],
    [{ port: 8000, endPort: 8079 }, 'denied'],
    [{ protocol: 'UDP', port: 8080 }, 'denied'],
    [{ protocol: 'TCP' }, 'allowed'],
  ])('through the port %j: %s', (port, admission) => {
    const policies = [policy({ ingress: [{ ports: [port] }] })];
    expect(admissionOf(policies, NGINX, TARGET).admission).toBe(admission);
  });

  it.each<[object, string]>([
    [{ namespaceSelector: {} }, 'denied'],
    [{ podSelector: {} }, 'denied'],
    [{ ipBlock: { cidr: '10.1.0.0/16' } }, 'unknown'],
    [{ ipBlock: { cidr: '0.0.0.0/0' } }, 'allowed'],
  ])('from a gateway of Azure past %j: %s', (peer, admission) => {
    expect(admissionOf([from(peer)], GATEWAY_OF_AZURE, TARGET).admission).toBe(
      admission,
    );
  });

  it('names the policies that limit it', () => {
    const limiting = policy({});
    expect(admissionOf([limiting], NGINX, TARGET).policies).toEqual([limiting]);
  });
});
