import type { IGateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
import type { IHTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { ExposureIntent, TlsIntent } from '../intent/exposure';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { dnsAnnotations } from './dnsAnnotations';
import { metadataFor } from './labels';
import { lean, Manifest } from './Manifest';

type GatewayExposure = Extract<ExposureIntent, { type: 'gateway' }>;
type OwnGateway = Extract<GatewayExposure['gateway'], { use: 'own' }>;

/**
 * The class of a Gateway of each stack. Of application routing and Istio:
 * https://learn.microsoft.com/azure/aks/app-routing-gateway-api and
 * https://learn.microsoft.com/azure/aks/istio-gateway-api, as of 2026-08-21. The class
 * and the annotations of Application Gateway for Containers, in the how-to pages under
 * https://learn.microsoft.com/azure/application-gateway/for-containers/, read 2026-11-24.
 */
export const GATEWAY_CLASSES = {
  'app-routing': 'approuting-istio',
  istio: 'istio',
  'application-gateway-for-containers': 'azure-alb-external',
} as const;

const API = 'gateway.networking.k8s.io/v1';

/** The Gateway and the routes of a service that is exposed by one. */
export function gatewayRoutes(intent: WorkloadIntent): Manifest[] {
  const { exposure } = intent;
  if (exposure.type !== 'gateway') {
    return [];
  }
  return [
    ...(exposure.gateway.use === 'own'
      ? [gateway(intent, exposure, exposure.gateway)]
      : []),
    httpRoute(intent, exposure),
    ...(redirects(exposure) ? [redirectRoute(intent, exposure)] : []),
  ];
}

function redirects({ gateway: { use }, tls }: GatewayExposure): boolean {
  return use === 'own' && tls.by !== 'none';
}

function gateway(
  intent: WorkloadIntent,
  { hosts, tls }: GatewayExposure,
  own: OwnGateway,
): Manifest {
  const object: IGateway & Manifest['object'] = {
    apiVersion: API,
    kind: 'Gateway',
    metadata: metadataFor(intent, intent.name, {
      ...issuerAnnotation(tls),
      ...(own.loadBalancer
        ? {
            'alb.networking.azure.io/alb-namespace': own.loadBalancer.namespace,
            'alb.networking.azure.io/alb-name': own.loadBalancer.name,
          }
        : {}),
    }),
    spec: lean<NonNullable<IGateway['spec']>>({
      gatewayClassName: GATEWAY_CLASSES[own.stack],
      infrastructure: own.internal
        ? {
            annotations: {
              'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
            },
          }
        : undefined,
      listeners: [
        {
          name: 'http',
          port: 80,
          protocol: 'HTTP',
          allowedRoutes: { namespaces: { from: 'Same' } },
        },
        ...(tls.by === 'none'
          ? []
          : hosts.map((hostname, index) => ({
              name: listenerName(index),
              hostname,
              port: 443,
              protocol: 'HTTPS',
              allowedRoutes: { namespaces: { from: 'Same' as const } },
              tls: listenerTls(intent, tls, index),
            }))),
      ],
    }),
  };
  return {
    object,
    comments:
      tls.by === 'key-vault'
        ? [
            {
              path: ['spec', 'listeners'],
              text: `Application routing reads the certificate from the key vault and fills in certificateRefs. The ServiceAccount ${
                tls.serviceAccount ?? ''
              } has to exist, with an identity that may read it.`,
            },
          ]
        : [],
  };
}

function listenerTls(intent: WorkloadIntent, tls: TlsIntent, index: number) {
  switch (tls.by) {
    case 'key-vault':
      return {
        mode: 'Terminate' as const,
        options: {
          'kubernetes.azure.com/tls-cert-keyvault-uri': tls.certificate,
          'kubernetes.azure.com/tls-cert-service-account':
            tls.serviceAccount ?? '',
        },
      };
    case 'secret':
      return {
        mode: 'Terminate' as const,
        certificateRefs: [{ kind: 'Secret', name: tls.name }],
      };
    default:
      // cert-manager issues a certificate for each listener's host into it.
      return {
        mode: 'Terminate' as const,
        certificateRefs: [
          { kind: 'Secret', name: `${intent.name}-tls-${index}` },
        ],
      };
  }
}

function httpRoute(
  intent: WorkloadIntent,
  exposure: GatewayExposure,
): Manifest {
  const { hosts, path, dns } = exposure;
  const { namespace } = intent;
  const object: IHTTPRoute & Manifest['object'] = {
    apiVersion: API,
    kind: 'HTTPRoute',
    metadata: metadataFor(intent, intent.name, dnsAnnotations(dns)),
    spec: {
      parentRefs: parents(intent, exposure),
      hostnames: hosts,
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: path } }],
          backendRefs: [
            { kind: 'Service', name: intent.name, port: backendPort(intent) },
          ],
        },
      ],
    },
  };
  return {
    object,
    comments:
      exposure.gateway.use === 'shared' &&
      exposure.gateway.namespace !== namespace
        ? [
            {
              path: ['spec', 'parentRefs'],
              text: 'The Gateway is in another namespace, and its listeners have to allow routes from this one (allowedRoutes).',
            },
          ]
        : [],
  };
}

function parents(
  intent: WorkloadIntent,
  { gateway: parent, hosts, tls }: GatewayExposure,
) {
  if (parent.use === 'shared') {
    return [
      lean({
        name: parent.name,
        namespace: parent.namespace,
        sectionName: parent.listener,
      }),
    ];
  }
  return tls.by === 'none'
    ? [{ name: intent.name, sectionName: 'http' }]
    : hosts.map((_, index) => ({
        name: intent.name,
        sectionName: listenerName(index),
      }));
}

function redirectRoute(
  intent: WorkloadIntent,
  { hosts }: GatewayExposure,
): Manifest {
  const object: IHTTPRoute & Manifest['object'] = {
    apiVersion: API,
    kind: 'HTTPRoute',
    metadata: metadataFor(intent, `${intent.name}-to-https`),
    spec: {
      parentRefs: [{ name: intent.name, sectionName: 'http' }],
      hostnames: hosts,
      rules: [
        {
          filters: [
            {
              type: 'RequestRedirect',
              requestRedirect: { scheme: 'https', statusCode: 301 },
            },
          ],
        },
      ],
    },
  };
  return { object, part: 'to-https', comments: [] };
}

function listenerName(index: number): string {
  return `https-${index}`;
}

/** The annotation by which cert-manager issues a certificate. */
export function issuerAnnotation(tls: TlsIntent): Record<string, string> {
  if (tls.by !== 'cert-manager') {
    return {};
  }
  return tls.issuerKind === 'Issuer'
    ? { 'cert-manager.io/issuer': tls.issuer }
    : { 'cert-manager.io/cluster-issuer': tls.issuer };
}

/** The port of the Service that the exposure names. */
export function backendPort({ exposure, ports }: WorkloadIntent): number {
  const name = 'port' in exposure ? exposure.port : undefined;
  const found = ports.find(port => port.name === name);
  return found?.servicePort ?? found?.port ?? 0;
}
