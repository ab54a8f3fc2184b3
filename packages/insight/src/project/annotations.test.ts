import { knownIn } from './annotations';

const AZURE = 'service.beta.kubernetes.io/';

describe('annotations that rules know', () => {
  it.each([
    [`${AZURE}azure-load-balancer-internal`, 'true'],
    [`${AZURE}azure-allowed-ip-ranges`, '10.0.0.0/8, 10.1.0.0/16'],
    [`${AZURE}azure-load-balancer-health-probe-request-path`, '/healthz'],
    [`${AZURE}port_443_health-probe_port`, '15021'],
    [`${AZURE}port_80_health-probe_request-path`, '/healthz/ready'],
    ['external-dns.alpha.kubernetes.io/hostname', 'a.example,*.b.example'],
    ['external-dns.kubernetes.io/ttl', '1m30s'],
    ['cert-manager.io/cluster-issuer', 'letsencrypt'],
    [
      'kubernetes.azure.com/tls-cert-keyvault-uri',
      'https://shop.vault.azure.net/certificates/shop',
    ],
  ])('include %s: %s', (key, value) => {
    expect(knownIn({ [key]: value })).toEqual({ [key]: value });
  });

  it.each([
    [`${AZURE}azure-load-balancer-internal`, 'the password is x'],
    [`${AZURE}azure-pip-tags`, 'key=secret'],
    ['external-dns.kubernetes.io/aws-zone', 'x'],
    ['external-dns.kubernetes.io/hostname', 'a b'],
    ['nginx.ingress.kubernetes.io/auth-snippet', 'x'],
    [
      'kubernetes.azure.com/tls-cert-keyvault-uri',
      'https://u:p@vault/secrets/a',
    ],
    ['toString', 'x'],
  ])('do not include %s: %s', (key, value) => {
    expect(knownIn({ [key]: value })).toEqual({});
  });
});
