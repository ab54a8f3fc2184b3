import { ExposureIntent } from '../intent/exposure';

type WebDns = Extract<ExposureIntent, { type: 'ingress' }>['dns'];

/**
 * Annotations for the external-dns that runs. The host names are in the route
 * itself, so only what cannot be said there is annotated. From 0.22.0 the prefix
 * is another one, and the old one is passed over in silence:
 * https://github.com/kubernetes-sigs/external-dns/blob/master/docs/flags.md, 2026-08-22.
 */
export function dnsAnnotations(dns: WebDns): Record<string, string> {
  if (dns?.ttlSeconds === undefined) {
    return {};
  }
  const minor = Number(dns.version.split('.')[1]);
  const prefix =
    minor >= 22
      ? 'external-dns.kubernetes.io'
      : 'external-dns.alpha.kubernetes.io';
  return { [`${prefix}/ttl`]: String(dns.ttlSeconds) };
}
