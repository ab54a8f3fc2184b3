import { SharedPath } from '../../exposures/ExposurePath';
import { GATEWAY_ROUTE_KINDS, RouteKind } from '../../exposures/Route';
import { ServiceRecord } from '../../records/networking';

/** The kinds of routes of which {@link loadBalancerOf} knows the load balancer. */
export const BALANCED: readonly RouteKind[] = [
  'Service',
  ...GATEWAY_ROUTE_KINDS,
];

/**
 * The Service whose load balancer a path's owner is to know the faults of: the
 * Service that lets traffic in by itself, or the one that was made for a Gateway
 * as long as that gives the Gateway no address.
 */
export function loadBalancerOf({
  route,
  entrance,
}: SharedPath): ServiceRecord | undefined {
  const service = entrance?.service;
  return service &&
    (route.record.kind === 'Service' || service.addresses.length === 0)
    ? service
    : undefined;
}
