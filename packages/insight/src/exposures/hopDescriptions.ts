import { HopKind } from '../exposure';
import { RecordKind } from '../record';
import { addressFacts } from './addressFacts';
import { endpointsFacts, podsFacts } from './backendFacts';
import { ExposurePath } from './ExposurePath';
import {
  gatewayAddressFacts,
  gatewayListenerFacts,
} from './gateway/gatewayFacts';
import { gatewayRouteFacts } from './gateway/gatewayRouteFacts';
import { HopFacts } from './HopFacts';
import { listenerFacts, routeFacts, serviceFacts } from './routingFacts';

/** How to describe a hop, and which kinds that takes. */
export interface HopDescription {
  reads: readonly RecordKind[];
  describe(path: ExposurePath, knows: (kind: RecordKind) => boolean): HopFacts;
}

/** The hops that records tell of; upstreams are declared. */
export type JudgeableHop = Exclude<HopKind, 'upstream'>;

type Front = Record<'address' | 'listener' | 'route', HopDescription>;

const ingressFront: Front = {
  address: { reads: [], describe: addressFacts },
  listener: { reads: ['Ingress', 'IngressClass'], describe: listenerFacts },
  route: { reads: ['Ingress'], describe: routeFacts },
};

const gatewayFront: Front = {
  address: { reads: ['Gateway'], describe: gatewayAddressFacts },
  listener: {
    reads: ['Gateway', 'GatewayClass'],
    describe: gatewayListenerFacts,
  },
  route: { reads: [], describe: gatewayRouteFacts },
};

const back: Record<Exclude<JudgeableHop, keyof Front>, HopDescription> = {
  service: { reads: ['Service'], describe: serviceFacts },
  endpoints: { reads: ['Service', 'EndpointSlice'], describe: endpointsFacts },
  pods: { reads: ['Service', 'Pod'], describe: podsFacts },
};

/** How to describe a hop of a path. */
export function hopDescription(
  kind: JudgeableHop,
  { route }: ExposurePath,
): HopDescription {
  const front = route.attachment ? gatewayFront : ingressFront;
  return { ...front, ...back }[kind];
}

/** The hops that a path has, from the outside to the pods. */
export function hopsOf({
  route,
  service,
  slices,
}: ExposurePath): JudgeableHop[] {
  // A Service that is the way in itself is listener and route as well.
  const front: JudgeableHop[] =
    route.record.kind === 'Service'
      ? ['address', 'service']
      : ['address', 'listener', 'route', 'service'];
  const namesPods =
    service === undefined ||
    service.selector !== undefined ||
    slices.some(({ endpoints }) => endpoints.some(({ pod }) => pod));
  return namesPods ? [...front, 'endpoints', 'pods'] : [...front, 'endpoints'];
}
