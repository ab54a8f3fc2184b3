import { LoadBalancerSettings } from '../../records/loadBalancer';
import { present } from '../fields';
import {
  ADDRESS,
  ARM_ID,
  DNS_LABEL,
  NAME,
  RANGE,
  TAG,
} from './annotationForms';
import { AnnotationReader } from './annotationReader';
import { portSettings, probeSettings } from './portSettings';
import { privateLinkSettings } from './privateLinkSettings';

const PREFIX = 'service.beta.kubernetes.io/';

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
      ? privateLinkSettings(reader)
      : undefined,
    problems: reader.problems,
  });
  return settings;
}

function tagNames(reader: AnnotationReader, key: string): string[] {
  return reader
    .words(key, TAG, 'tag like name=value')
    .map(tag => tag.slice(0, tag.indexOf('=')));
}
