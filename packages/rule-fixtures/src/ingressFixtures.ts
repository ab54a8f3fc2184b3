import {
  checkout,
  classOf,
  ingress,
  ingressClass,
  ingressRule,
  service,
} from './manifests';
import { RuleFixture } from './RuleFixture';

/** From the address to the Service, for Ingresses. */
export const ingressFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN14',
    name: 'a class that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(
            namespace,
            { ingressClassName: `${namespace}-gone` },
            { status: {} },
          ),
        ],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN14',
    name: 'a class that is gone, with an address left from before',
    hop: 'listener',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(namespace, { ingressClassName: `${namespace}-gone` }),
        ],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN15',
    name: 'a class in the field and in the annotation',
    hop: 'listener',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(
            namespace,
            {},
            { annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
          ),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(
            namespace,
            { ingressClassName: undefined },
            {
              annotations: {
                'kubernetes.io/ingress.class': classOf(namespace),
              },
            },
          ),
        ],
      }),
  },
  {
    rule: 'IN29',
    name: 'ingress-nginx, which is retired',
    hop: 'listener',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        class: [ingressClass(namespace, 'k8s.io/ingress-nginx')],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN29',
    name: 'an NGINX of application routing',
    hop: 'listener',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        class: [
          ingressClass(
            namespace,
            `webapprouting.kubernetes.azure.com/nginx/${namespace}`,
          ),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        class: [
          ingressClass(namespace, 'alb.networking.azure.io/alb-controller'),
        ],
      }),
  },
  {
    rule: 'IN35',
    name: 'no address for long',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [ingress(namespace, {}, { status: {} })],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN36',
    name: 'a Service that does not exist',
    hop: 'route',
    severity: 'error',
    root: { kind: 'Ingress', name: 'checkout' },
    broken: ({ namespace }) => checkout(namespace, { service: [], slice: [] }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN37',
    name: 'a port number that the Service does not have',
    hop: 'route',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(namespace, {
            rules: [ingressRule('/', { port: { number: 8080 } })],
          }),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(namespace, {
            rules: [ingressRule('/', { port: { number: 80 } })],
          }),
        ],
      }),
  },
  {
    rule: 'IN37',
    name: 'a port name that the Service does not have',
    hop: 'route',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [
          service(namespace, {
            ports: [{ name: 'web', port: 80, targetPort: 'web' }],
          }),
        ],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
];
