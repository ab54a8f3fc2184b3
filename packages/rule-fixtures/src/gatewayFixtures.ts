import {
  ACCEPTED,
  condition,
  gateway,
  gatewayCheckout,
  gatewayClass,
  httpRoute,
  LISTENER_READY,
  listenerSet,
  onAzure,
  PROGRAMMED,
  RESOLVED,
} from './gatewayManifests';
import { Manifest } from './manifests';
import { RuleFixture } from './RuleFixture';

const API_GROUP = 'gateway.networking.k8s.io';

function onAzurePort(namespace: string, port: number): Manifest[] {
  return onAzure(namespace, {
    gateway: [
      gateway(namespace, {
        listeners: [{ name: 'http', port, protocol: 'HTTP' }],
      }),
    ],
  });
}

function withCertificate(
  namespace: string,
  listenerConditions: object[],
): Manifest[] {
  return gatewayCheckout(namespace, {
    gateway: [
      gateway(namespace, {
        listenerConditions,
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            tls: { certificateRefs: [{ name: 'checkout-tls' }] },
          },
        ],
      }),
    ],
  });
}

const SET = { group: API_GROUP, kind: 'ListenerSet', name: 'more' };

function throughSet(namespace: string, taken: boolean): Manifest[] {
  return gatewayCheckout(namespace, {
    gateway: [
      gateway(namespace, {
        ...(taken && {
          spec: { allowedListeners: { namespaces: { from: 'Same' } } },
        }),
      }),
    ],
    route: [httpRoute(namespace, { parent: SET })],
    more: [
      listenerSet(namespace, {
        listeners: [{ name: 'more', port: 8080, protocol: 'HTTP' }],
        ...(!taken && {
          conditions: [condition('Accepted', 'False', 'NotAllowed')],
        }),
      }),
    ],
  });
}

/** The address of a Gateway and its listeners. */
export const gatewayFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN23',
    name: 'a Gateway that its controller has not programmed',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            conditions: [ACCEPTED, condition('Programmed', 'False', 'Invalid')],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN23',
    name: 'a class that its controller refuses',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        class: [
          gatewayClass(namespace, undefined, {
            conditions: [condition('Accepted', 'False', 'InvalidParameters')],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN23',
    name: 'a class that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => gatewayCheckout(namespace, { class: [] }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN24',
    name: 'a certificate that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      withCertificate(namespace, [
        ACCEPTED,
        condition('ResolvedRefs', 'False', 'InvalidCertificateRef'),
        condition('Programmed', 'False', 'Invalid'),
      ]),
    healthy: ({ namespace }) => withCertificate(namespace, LISTENER_READY),
  },
  {
    rule: 'IN32',
    name: 'an ALB controller without federated credential',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      onAzure(namespace, {
        gateway: [
          gateway(namespace, {
            addresses: [],
            conditions: [
              ACCEPTED,
              condition(
                'Programmed',
                'False',
                'AddressNotAssigned',
                'failed to get token from credential chain: AADSTS70021: No matching federated identity record found for presented assertion subject',
              ),
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) => onAzure(namespace),
  },
  {
    rule: 'IN50',
    name: 'a Gateway that does not exist',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => gatewayCheckout(namespace, { gateway: [] }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN51',
    name: 'a ListenerSet that the Gateway does not take',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => throughSet(namespace, false),
    healthy: ({ namespace }) => throughSet(namespace, true),
  },
  {
    rule: 'IN52',
    name: 'two listeners for one host and port',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            listenerConditions: [
              ACCEPTED,
              RESOLVED,
              condition('Conflicted', 'True', 'HostnameConflict'),
              condition('Programmed', 'False', 'Invalid'),
            ],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
  {
    rule: 'IN64',
    name: 'a port that Application Gateway for Containers does not serve',
    hop: 'listener',
    severity: 'error',
    broken: ({ namespace }) => onAzurePort(namespace, 8080),
    healthy: ({ namespace }) => onAzurePort(namespace, 80),
  },
  {
    rule: 'IN57',
    name: 'no address for long',
    hop: 'address',
    severity: 'error',
    broken: ({ namespace }) =>
      gatewayCheckout(namespace, {
        gateway: [
          gateway(namespace, {
            addresses: [],
            conditions: [ACCEPTED, PROGRAMMED],
          }),
        ],
      }),
    healthy: ({ namespace }) => gatewayCheckout(namespace),
  },
];
