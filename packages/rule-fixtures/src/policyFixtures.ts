import { checkout, ingressClass, Manifest } from './manifests';
import { throughController } from './proxyManifests';
import { RuleFixture } from './RuleFixture';

const NGINX = 'webapprouting.kubernetes.azure.com/nginx';

function policy(namespace: string, ingress: object[]): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'checkout', namespace },
    spec: {
      podSelector: { matchLabels: { app: 'checkout' } },
      policyTypes: ['Ingress'],
      ingress,
    },
  };
}

function fromPods(app: string): object {
  return { from: [{ podSelector: { matchLabels: { app } } }] };
}

function fromNamespace(name: string, app: string): object {
  return {
    from: [
      {
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': name },
        },
        podSelector: { matchLabels: { app } },
      },
    ],
    ports: [{ protocol: 'TCP', port: 8080 }],
  };
}

/** What NetworkPolicies let through. */
export const policyFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN61',
    name: 'a policy that lets nobody in',
    hop: 'pods',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, { more: [policy(namespace, [])] }),
    // Every port, for everybody.
    healthy: ({ namespace }) =>
      checkout(namespace, { more: [policy(namespace, [{}])] }),
  },
  {
    rule: 'IN61',
    name: 'a policy that lets in another namespace than the controller’s',
    hop: 'pods',
    severity: 'error',
    // Of the controller all is said; its last day of support is another rule’s.
    alsoFound: ['IN29'],
    broken: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, NGINX)],
        more: [policy(namespace, [fromNamespace('ingress-nginx', 'nginx')])],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, NGINX)],
        more: [
          policy(namespace, [fromNamespace('app-routing-system', 'nginx')]),
        ],
      }),
  },
  {
    rule: 'IN61',
    name: 'a policy by labels that a controller of one’s own does not have',
    hop: 'pods',
    severity: 'error',
    broken: ({ namespace }) =>
      throughController(namespace, {}, [
        policy(namespace, [fromPods('monitoring')]),
      ]),
    healthy: ({ namespace }) =>
      throughController(namespace, {}, [
        policy(namespace, [fromPods('monitoring'), fromPods('proxy')]),
      ]),
  },
];
