import {
  checkout,
  endpoint,
  endpointSlice,
  notReady,
  pod,
  service,
} from './manifests';
import { RuleFixture } from './RuleFixture';

const NAMES = ['checkout-a', 'checkout-b'];

/** From the Service to the pods. */
export const serviceFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN12',
    name: 'a selector that matches no pod',
    hop: 'endpoints',
    severity: 'error',
    root: { kind: 'Service', name: 'checkout' },
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [service(namespace, { selector: { app: 'chekout' } })],
        slice: [endpointSlice(namespace, [])],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN12',
    name: 'pods that are not ready',
    hop: 'endpoints',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        pods: NAMES.map(name => pod(namespace, name, { status: notReady })),
        slice: [
          endpointSlice(
            namespace,
            NAMES.map(name => endpoint(namespace, name, false)),
          ),
        ],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN13',
    name: 'a named target port that no container has',
    hop: 'service',
    severity: 'error',
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [
          service(namespace, {
            ports: [{ name: 'http', port: 80, targetPort: 'https' }],
          }),
        ],
        slice: [endpointSlice(namespace, [], [])],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN13',
    name: 'a target port number that no container declares',
    hop: 'service',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [
          service(namespace, {
            ports: [{ name: 'http', port: 80, targetPort: 9999 }],
          }),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        service: [
          service(namespace, {
            ports: [{ name: 'http', port: 80, targetPort: 8080 }],
          }),
        ],
      }),
  },
];
