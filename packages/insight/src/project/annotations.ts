import { Fields, fieldsAt, textMap } from './fields';

const FLAG = /^(?:true|false)$/i;
const NUMBER = /^\d{1,6}$/;
const NAME = /^[A-Za-z0-9](?:[-_.A-Za-z0-9]{0,252})$/;
const HOSTS = /^[-*_.:A-Za-z0-9]{1,253}(?: *, *[-*_.:A-Za-z0-9]{1,253}){0,99}$/;
const RANGES = /^[0-9a-fA-F.:/]{1,64}(?: *, *[0-9a-fA-F.:/]{1,64}){0,99}$/;
const NAMES = /^[-_.A-Za-z0-9]{1,253}(?: *, *[-_.A-Za-z0-9]{1,253}){0,99}$/;
const PATH = /^\/[-_./A-Za-z0-9]{0,253}$/;
const PROTOCOL = /^[A-Za-z0-9]{1,10}$/;
const ARM_ID = /^\/subscriptions\/[-\w./()]{1,1000}$/i;
const DURATION = /^[0-9.hms]{1,20}$/;
const VAULT_URI =
  /^https:\/\/[-.A-Za-z0-9]{1,253}(?:\/[-A-Za-z0-9]{1,127}){1,4}$/;

const AZURE = 'service.beta.kubernetes.io/';

/** What the rules read of annotations, and the form that their values have. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  [`${AZURE}azure-load-balancer-internal`]: FLAG,
  [`${AZURE}azure-load-balancer-internal-subnet`]: NAME,
  [`${AZURE}azure-load-balancer-ipv4`]: RANGES,
  [`${AZURE}azure-load-balancer-ipv6`]: RANGES,
  [`${AZURE}azure-pip-name`]: NAME,
  [`${AZURE}azure-pip-name-ipv6`]: NAME,
  [`${AZURE}azure-pip-prefix-id`]: ARM_ID,
  [`${AZURE}azure-pip-prefix-id-ipv6`]: ARM_ID,
  [`${AZURE}azure-load-balancer-resource-group`]: NAME,
  [`${AZURE}azure-dns-label-name`]: NAME,
  [`${AZURE}azure-allowed-service-tags`]: NAMES,
  [`${AZURE}azure-allowed-ip-ranges`]: RANGES,
  [`${AZURE}azure-deny-all-except-load-balancer-source-ranges`]: FLAG,
  [`${AZURE}azure-load-balancer-tcp-idle-timeout`]: NUMBER,
  [`${AZURE}azure-load-balancer-disable-tcp-reset`]: FLAG,
  [`${AZURE}azure-load-balancer-enable-high-availability-ports`]: FLAG,
  [`${AZURE}azure-disable-load-balancer-floating-ip`]: FLAG,
  [`${AZURE}azure-disable-load-balancer-nsg-rule`]: FLAG,
  [`${AZURE}azure-load-balancer-configurations`]: NAMES,
  [`${AZURE}azure-load-balancer-health-probe-protocol`]: PROTOCOL,
  [`${AZURE}azure-load-balancer-health-probe-request-path`]: PATH,
  [`${AZURE}azure-load-balancer-health-probe-interval`]: NUMBER,
  [`${AZURE}azure-load-balancer-health-probe-num-of-probe`]: NUMBER,
  [`${AZURE}azure-pls-create`]: FLAG,
  'cert-manager.io/issuer': NAME,
  'cert-manager.io/cluster-issuer': NAME,
  'cert-manager.io/issuer-kind': NAME,
  'cert-manager.io/issuer-group': NAME,
  'kubernetes.io/tls-acme': FLAG,
  'acme.cert-manager.io/http01-edit-in-place': FLAG,
  'kubernetes.azure.com/tls-cert-keyvault-uri': VAULT_URI,
  'kubernetes.azure.com/tls-cert-service-account': NAME,
  'nginx.ingress.kubernetes.io/backend-protocol': NAME,
  'nginx.ingress.kubernetes.io/canary': FLAG,
  'nginx.ingress.kubernetes.io/canary-weight': NUMBER,
  'nginx.ingress.kubernetes.io/canary-weight-total': NUMBER,
  'nginx.ingress.kubernetes.io/ssl-passthrough': FLAG,
  'nginx.ingress.kubernetes.io/use-regex': FLAG,
};

// The first prefix is the default since external-dns 0.22, the other one was it
// before; both are read, so that a rule can tell the one that is not heard.
const EXTERNAL_DNS =
  /^external-dns\.(?:alpha\.)?kubernetes\.io\/(hostname|internal-hostname|target|ttl|controller|ingress-hostname-source|access)$/;

const EXTERNAL_DNS_VALUES: Readonly<Record<string, RegExp>> = {
  hostname: HOSTS,
  'internal-hostname': HOSTS,
  target: HOSTS,
  ttl: DURATION,
  controller: NAME,
  'ingress-hostname-source': NAME,
  access: NAME,
};

const PORT_PROBE =
  /^service\.beta\.kubernetes\.io\/port_[-a-z0-9]{1,15}_(?:no_lb_rule|no_probe_rule|health-probe_(?:protocol|port|interval|num-of-probe|request-path))$/;
const PORT_PROBE_VALUE = /^(?:[-A-Za-z0-9]{1,15}|\/[-_./A-Za-z0-9]{0,253})$/;

/**
 * The annotations of an object that rules read. A value of another form than
 * expected is left out: it could be anything.
 */
export function knownAnnotations(object: unknown) {
  return knownIn(fieldsAt(object, 'metadata').annotations);
}

/** The same, of a map of annotations that stands elsewhere. */
export function knownIn(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(textMap(value)).filter(
      ([key, written]) => formOf(key)?.test(written) ?? false,
    ),
  );
}

/** One annotation by its key. */
export function annotation(object: unknown, key: string): string | undefined {
  const annotations: Fields = fieldsAt(object, 'metadata', 'annotations');
  const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function formOf(key: string): RegExp | undefined {
  if (Object.hasOwn(KNOWN, key)) {
    return KNOWN[key];
  }
  const externalDns = EXTERNAL_DNS.exec(key);
  if (externalDns) {
    return EXTERNAL_DNS_VALUES[externalDns[1]];
  }
  return PORT_PROBE.test(key) ? PORT_PROBE_VALUE : undefined;
}
