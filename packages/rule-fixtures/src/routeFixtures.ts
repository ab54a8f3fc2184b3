import {
  checkout,
  classOf,
  endpoint,
  endpointSlice,
  HOST,
  ingress,
  ingressClass,
  ingressRule,
  Manifest,
  service,
} from './manifests';
import { RuleFixture } from './RuleFixture';

const NGINX = 'nginx.ingress.kubernetes.io';

const APP_ROUTING = 'webapprouting.kubernetes.azure.com/nginx';

// What is about NGINX has the end of its support as a second finding.
function onNginx(
  namespace: string,
  annotations: Record<string, string>,
): Manifest[] {
  return checkout(namespace, {
    class: [ingressClass(namespace, `${APP_ROUTING}/${namespace}`)],
    ingress: [ingress(namespace, {}, { annotations })],
  });
}

function onTls(
  namespace: string,
  annotations: Record<string, string>,
): Manifest[] {
  const ports = [{ name: 'https', port: 443, targetPort: 'web' }];
  return checkout(namespace, {
    class: [ingressClass(namespace, `${APP_ROUTING}/${namespace}`)],
    service: [service(namespace, { ports })],
    slice: [
      endpointSlice(
        namespace,
        [endpoint(namespace, 'checkout-a', true)],
        [{ name: 'https', port: 8080, protocol: 'TCP' }],
      ),
    ],
    ingress: [
      ingress(
        namespace,
        { rules: [ingressRule('/', { port: { number: 443 } })] },
        { annotations },
      ),
    ],
  });
}

function rival(namespace: string, other: string, path: string): Manifest {
  return ingress(other, {
    ingressClassName: classOf(namespace),
    rules: [ingressRule(path)],
  });
}

function alias(namespace: string, externalName: string): Manifest {
  return service(namespace, {
    type: 'ExternalName',
    externalName,
    selector: undefined,
  });
}

/** The Ingress's rules: hosts, paths and what its annotations make of them. */
export const routeFixtures: readonly RuleFixture[] = [
  {
    rule: 'IN17',
    name: 'plain HTTP to a port for HTTPS',
    hop: 'route',
    severity: 'warning',
    alsoFound: ['IN29'],
    broken: ({ namespace }) => onTls(namespace, {}),
    healthy: ({ namespace }) =>
      onTls(namespace, { [`${NGINX}/backend-protocol`]: 'HTTPS' }),
  },
  {
    rule: 'IN20',
    name: 'a blocked word in a snippet',
    hop: 'route',
    severity: 'error',
    alsoFound: ['IN29'],
    broken: ({ namespace }) =>
      onNginx(namespace, {
        [`${NGINX}/configuration-snippet`]:
          'if ($request_method = POST) { return 405; }',
      }),
    healthy: ({ namespace }) =>
      onNginx(namespace, {
        [`${NGINX}/configuration-snippet`]: 'more_set_headers "X-Shop: 1";',
      }),
  },
  {
    rule: 'IN40',
    name: 'a host without paths and no default backend',
    hop: 'route',
    severity: 'info',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(namespace, {
            rules: [ingressRule(), { host: 'empty.contoso.example' }],
          }),
        ],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        ingress: [
          ingress(namespace, {
            defaultBackend: {
              service: { name: 'checkout', port: { name: 'http' } },
            },
            rules: [ingressRule(), { host: 'empty.contoso.example' }],
          }),
        ],
      }),
  },
  {
    rule: 'IN41',
    name: 'a path that an Ingress of another namespace claims as well',
    hop: 'route',
    severity: 'warning',
    broken: ({ namespace, other }) =>
      checkout(namespace, { more: [rival(namespace, other, '/')] }),
    healthy: ({ namespace, other }) =>
      checkout(namespace, { more: [rival(namespace, other, '/other')] }),
  },
  {
    rule: 'IN42',
    name: 'a canary without the Ingress that it belongs to',
    hop: 'route',
    severity: 'warning',
    alsoFound: ['IN29'],
    broken: ({ namespace }) =>
      onNginx(namespace, {
        [`${NGINX}/canary`]: 'true',
        [`${NGINX}/canary-weight`]: '10',
      }),
    healthy: ({ namespace }) => onNginx(namespace, {}),
  },
  {
    rule: 'IN43',
    name: 'an ExternalName that the cluster leads back',
    hop: 'service',
    severity: 'error',
    root: { kind: 'Service', name: 'checkout' },
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [alias(namespace, HOST)],
        slice: [],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN43',
    name: 'an ExternalName that names itself',
    hop: 'service',
    severity: 'error',
    root: { kind: 'Service', name: 'checkout' },
    broken: ({ namespace }) =>
      checkout(namespace, {
        service: [alias(namespace, `checkout.${namespace}.svc.cluster.local`)],
        slice: [],
      }),
    healthy: ({ namespace }) => checkout(namespace),
  },
  {
    rule: 'IN45',
    name: 'a regular expression as a prefix',
    hop: 'route',
    severity: 'warning',
    broken: ({ namespace }) =>
      checkout(namespace, {
        ingress: [ingress(namespace, { rules: [ingressRule('/api/.*')] })],
      }),
    healthy: ({ namespace }) =>
      checkout(namespace, {
        ingress: [ingress(namespace, { rules: [ingressRule('/api/v1.0')] })],
      }),
  },
];
