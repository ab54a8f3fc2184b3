import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1';
import { ExposureIntent, TlsIntent } from '../intent/exposure';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { dnsAnnotations } from './dnsAnnotations';
import { metadataFor } from './labels';
import { lean, Manifest } from './Manifest';
import { backendPort, issuerAnnotation } from './routes';

type IngressExposure = Extract<ExposureIntent, { type: 'ingress' }>;

/** The Ingress of a service that is exposed by one. */
export function ingresses(intent: WorkloadIntent): Manifest[] {
  const { exposure } = intent;
  if (exposure.type !== 'ingress') {
    return [];
  }
  const { hosts, path, tls, className, dns } = exposure;
  const object: IIngress & Manifest['object'] = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadataFor(intent, intent.name, {
      ...issuerAnnotation(tls),
      ...(tls.by === 'key-vault'
        ? { 'kubernetes.azure.com/tls-cert-keyvault-uri': tls.certificate }
        : {}),
      ...dnsAnnotations(dns),
    }),
    spec: lean<NonNullable<IIngress['spec']>>({
      ingressClassName: className,
      tls: tlsBlocks(intent, exposure),
      rules: hosts.map(host => ({
        host,
        http: {
          paths: [
            {
              path,
              pathType: 'Prefix' as const,
              backend: {
                service: {
                  name: intent.name,
                  port: { number: backendPort(intent) },
                },
              },
            },
          ],
        },
      })),
    }),
  };
  return [
    {
      object,
      comments:
        className === 'webapprouting.kubernetes.azure.com'
          ? [
              {
                path: ['spec', 'ingressClassName'],
                text: 'NGINX of application routing gets critical security fixes only, until the end of November 2026. Move to the Gateway API.',
              },
            ]
          : [],
    },
  ];
}

function tlsBlocks(
  intent: WorkloadIntent,
  { hosts, tls }: IngressExposure,
): NonNullable<IIngress['spec']>['tls'] {
  const secretName = secretNameOf(intent, tls);
  return secretName === undefined ? undefined : [{ hosts, secretName }];
}

function secretNameOf(
  { name }: WorkloadIntent,
  tls: TlsIntent,
): string | undefined {
  switch (tls.by) {
    case 'cert-manager':
      return `${name}-tls`;
    case 'key-vault':
      // Made by application routing, which gives it this name.
      return `keyvault-${name}`;
    case 'secret':
      return tls.name;
    default:
      return undefined;
  }
}
