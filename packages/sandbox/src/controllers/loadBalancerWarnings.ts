import { isIP } from 'node:net';
import { Service } from '../objects/workloads';
import { azureAnnotation } from './loadBalancerRequest';

const PREFIX = 'service.beta.kubernetes.io/';

/**
 * What cloud-provider-azure warns of while it sets a load balancer up all the
 * same (loadbalancer/accesscontrol.go and k8sevent.go, August 2026).
 */
export function loadBalancerWarnings(
  service: Service,
): { reason: string; message: string }[] {
  const sources = service.spec.loadBalancerSourceRanges ?? [];
  const allowed = split(azureAnnotation(service, 'azure-allowed-ip-ranges'));
  const tags = split(azureAnnotation(service, 'azure-allowed-service-tags'));
  const wrongSources = sources.filter(range => !isNetwork(range));
  const wrongAllowed = allowed.filter(range => !isNetwork(range));
  return [
    ...(wrongSources.length > 0
      ? [
          {
            reason: 'InvalidSourceRanges',
            message: invalid('spec.LoadBalancerSourceRanges', wrongSources),
          },
        ]
      : []),
    ...(wrongAllowed.length > 0
      ? [
          {
            reason: 'InvalidAllowedIPRanges',
            message: invalid(`${PREFIX}azure-allowed-ip-ranges`, wrongAllowed),
          },
        ]
      : []),
    ...(sources.length > wrongSources.length && tags.length > 0
      ? [
          {
            reason: 'ConflictConfiguration',
            message: `Please use annotation ${PREFIX}azure-allowed-ip-ranges instead of spec.loadBalancerSourceRanges while using ${PREFIX}azure-allowed-service-tags annotation at the same time.`,
          },
        ]
      : []),
  ];
}

function invalid(place: string, ranges: string[]): string {
  const list = ranges.map(range => JSON.stringify(range)).join(' ');
  return `Found invalid ${place} [${list}], ignoring and adding a default DenyAll rule in security group.`;
}

function split(list = ''): string[] {
  return list
    .split(',')
    .map(one => one.trim())
    .filter(Boolean);
}

function isNetwork(range: string): boolean {
  const [address, length, ...more] = range.trim().split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    /^\d{1,3}$/.test(length ?? '') &&
    Number(length) <= bits
  );
}
