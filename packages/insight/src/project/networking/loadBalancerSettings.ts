import {
  LoadBalancerSettings,
  PortSettings,
  PrivateLinkSettings,
  ProbeSettings,
} from '../../records/loadBalancer';
import { present } from '../fields';
import { AnnotationReader } from './annotationReader';

const PREFIX = 'service.beta.kubernetes.io/';

const NAME = /^[A-Za-z0-9_][-_.()A-Za-z0-9]{0,252}$/;
const WORD = /^[-\w.:/()*]{1,253}$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)$/;
const RANGE =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:\/\d{1,3})?$/;
const ARM_ID = /^\/subscriptions\/[-\w./()]{1,1000}$/i;
// learn.microsoft.com/rest/api/virtualnetwork/public-ip-addresses, domainNameLabel
const DNS_LABEL = /^[a-z][-a-z0-9]{1,61}[a-z0-9]$/;
const HOST = /^[-A-Za-z0-9]{1,63}(?:\.[-A-Za-z0-9]{1,63})*$/;
const PATH = /^\/[-\w.~!$&'()*+,;=:@%/]{0,253}$/;
const TAG = /^[^,=\s][^,=]{0,127}=[^,]{0,256}$/;

// The page of AKS says 30 at most, the provider's own code 100: between them it
// is accepted, and may fail. github.com/kubernetes-sigs/cloud-provider-azure,
// pkg/provider/azure_loadbalancer.go, and learn.microsoft.com/azure/aks/
// configure-load-balancer-standard, as of 2026-08
const MOST_MINUTES = 100;
const DOCUMENTED_MINUTES = 30;

/**
 * What annotations `service.beta.kubernetes.io/azure-*` of a Service ask of
 * Azure's load balancer, and what is wrong with them. Keys and forms are those
 * of cloud-provider-azure, pkg/consts/consts.go, commit 7b31c76ce of 2026-08-19.
 *
 * @param spec - What the Service itself says of the same things.
 *
 * @public
 */
export function loadBalancerSettings(
  annotations: Readonly<Record<string, string>>,
  spec: { loadBalancerIP?: string; ports?: readonly number[] } = {},
): LoadBalancerSettings {
  const reader = new AnnotationReader(annotations, PREFIX);
  const internal = reader.flag('azure-load-balancer-internal');
  const subnet = reader.word(
    'azure-load-balancer-internal-subnet',
    NAME,
    'name of a subnet',
  );
  const addresses = [
    'azure-load-balancer-ipv4',
    'azure-load-balancer-ipv6',
  ].flatMap(key => reader.word(key, ADDRESS, 'IP address') ?? []);
  const highAvailabilityPorts = reader.flag(
    'azure-load-balancer-enable-high-availability-ports',
  );
  if (subnet !== undefined && !internal) {
    reader.note(
      'azure-load-balancer-internal-subnet',
      'has no effect without azure-load-balancer-internal: "true"',
      false,
    );
  }
  if (highAvailabilityPorts && !internal) {
    reader.note(
      'azure-load-balancer-enable-high-availability-ports',
      'is for internal load balancers only',
      false,
    );
  }
  if (reader.has('azure-load-balancer-mode')) {
    reader.note(
      'azure-load-balancer-mode',
      'is for Basic load balancers, which AKS no longer has',
      false,
    );
  }
  const idleTimeout = reader.number('azure-load-balancer-tcp-idle-timeout', {
    from: 4,
    to: MOST_MINUTES,
  });
  if (
    idleTimeout !== undefined &&
    idleTimeout > DOCUMENTED_MINUTES &&
    idleTimeout <= MOST_MINUTES
  ) {
    reader.note(
      'azure-load-balancer-tcp-idle-timeout',
      `is ${idleTimeout}, and AKS documents ${DOCUMENTED_MINUTES} minutes as the most`,
      false,
    );
  }
  const { loadBalancerIP } = spec;
  const settings: LoadBalancerSettings = present({
    internal,
    subnet,
    addresses:
      addresses.length === 0 && loadBalancerIP !== undefined
        ? [loadBalancerIP]
        : addresses,
    publicIpNames: ['azure-pip-name', 'azure-pip-name-ipv6'].flatMap(
      key => reader.word(key, NAME, 'name of a public IP address') ?? [],
    ),
    publicIpPrefixes: [
      'azure-pip-prefix-id',
      'azure-pip-prefix-id-ipv6',
    ].flatMap(key => reader.word(key, ARM_ID, 'resource id') ?? []),
    resourceGroup: reader.word(
      'azure-load-balancer-resource-group',
      NAME,
      'name of a resource group',
    ),
    dnsLabel: reader.word('azure-dns-label-name', DNS_LABEL, 'DNS label'),
    tags: tagNames(reader, 'azure-pip-tags'),
    ipTags: tagNames(reader, 'azure-pip-ip-tags'),
    serviceTags: reader.words(
      'azure-allowed-service-tags',
      NAME,
      'service tag',
    ),
    allowedRanges: reader.words('azure-allowed-ip-ranges', RANGE, 'range'),
    deniesOthers: reader.flag(
      'azure-deny-all-except-load-balancer-source-ranges',
    ),
    idleTimeout,
    tcpReset: !reader.flag('azure-load-balancer-disable-tcp-reset'),
    highAvailabilityPorts,
    floatingIp: !reader.flag('azure-disable-load-balancer-floating-ip'),
    securityRules: !reader.flag('azure-disable-load-balancer-nsg-rule'),
    additionalAddresses: reader.words(
      'azure-additional-public-ips',
      ADDRESS,
      'IP address',
    ),
    configurations: reader.words(
      'azure-load-balancer-configurations',
      NAME,
      'name',
    ),
    probe: probeSettings(reader, 'azure-load-balancer-health-probe-'),
    ports: portSettings(reader, annotations, spec.ports ?? []),
    privateLink: reader.flag('azure-pls-create')
      ? privateLink(reader)
      : undefined,
    problems: reader.problems,
  });
  return settings;
}

function probeSettings(
  reader: AnnotationReader,
  prefix: string,
): ProbeSettings {
  const protocol = reader
    .word(`${prefix}protocol`, /^[-A-Za-z0-9./]{1,63}$/, 'protocol')
    ?.toLowerCase();
  if (protocol !== undefined && !/^(?:tcp|https?)$/.test(protocol)) {
    reader.note(
      `${prefix}protocol`,
      'is none of tcp, http and https, and counts as tcp',
      false,
    );
  }
  return present({
    protocol,
    path: reader.word(`${prefix}request-path`, PATH, 'path'),
    interval: reader.number(`${prefix}interval`, { from: 5 }),
    failures: reader.number(`${prefix}num-of-probe`, { from: 2 }),
  });
}

const PORT_KEY =
  /^service\.beta\.kubernetes\.io\/port_([^_]{1,63})_(?:no_lb_rule|no_probe_rule|health-probe_(?:protocol|port|interval|num-of-probe|request-path))$/;

function portSettings(
  reader: AnnotationReader,
  annotations: Readonly<Record<string, string>>,
  known: readonly number[],
): LoadBalancerSettings['ports'] {
  const found = new Map<string, PortSettings>();
  for (const key of Object.keys(annotations)) {
    const port = PORT_KEY.exec(key)?.[1];
    if (port === undefined) {
      continue;
    }
    if (!/^\d{1,5}$/.test(port)) {
      // The provider looks these up by number alone.
      reader.note(
        key.slice(PREFIX.length),
        'has no effect: the port in its name has to be a number',
        false,
      );
    } else if (known.length > 0 && !known.includes(Number(port))) {
      reader.note(
        key.slice(PREFIX.length),
        `has no effect: the Service has no port ${port}`,
        false,
      );
    } else if (!found.has(port)) {
      found.set(port, onePort(reader, `port_${port}_`));
    }
  }
  return Object.fromEntries(found);
}

function onePort(reader: AnnotationReader, prefix: string): PortSettings {
  const port = reader.word(
    `${prefix}health-probe_port`,
    /^[-A-Za-z0-9]{1,63}$/,
    'port',
  );
  const isNumber = port !== undefined && /^\d+$/.test(port);
  if (isNumber && Number(port) > 65_535) {
    reader.note(`${prefix}health-probe_port`, 'is no port: it is above 65535');
  }
  return present<PortSettings>({
    ...probeSettings(reader, `${prefix}health-probe_`),
    port: isNumber ? Number(port) : port,
    rule: reader.flag(`${prefix}no_lb_rule`) ? false : undefined,
    probed: reader.flag(`${prefix}no_probe_rule`) ? false : undefined,
  });
}

function tagNames(reader: AnnotationReader, key: string): string[] {
  return reader
    .words(key, TAG, 'tag like name=value')
    .map(tag => tag.slice(0, tag.indexOf('=')));
}

function privateLink(reader: AnnotationReader): PrivateLinkSettings {
  const visibleTo = reader.words('azure-pls-visibility', WORD, 'subscription');
  const approvedFor = reader.words(
    'azure-pls-auto-approval',
    WORD,
    'subscription',
  );
  if (
    !visibleTo.includes('*') &&
    approvedFor.some(subscription => !visibleTo.includes(subscription))
  ) {
    reader.note(
      'azure-pls-auto-approval',
      'approves a subscription that azure-pls-visibility does not name',
    );
  }
  return present({
    name: reader.word('azure-pls-name', NAME, 'name'),
    resourceGroup: reader.word('azure-pls-resource-group', NAME, 'name'),
    subnet: reader.word('azure-pls-ip-configuration-subnet', NAME, 'name'),
    addressCount: reader.number('azure-pls-ip-configuration-ip-address-count', {
      from: 1,
      to: 8,
    }),
    addresses: reader.words(
      'azure-pls-ip-configuration-ip-address',
      /^\d{1,3}(?:\.\d{1,3}){3}$/,
      'IPv4 address',
      /\s+/,
    ),
    hostnames: reader.words('azure-pls-fqdns', HOST, 'host name', /\s+/),
    proxyProtocol: reader.flag('azure-pls-proxy-protocol'),
    visibleTo,
    approvedFor,
  });
}
