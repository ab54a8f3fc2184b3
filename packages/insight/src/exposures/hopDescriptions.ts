import { HopKind } from '../exposure';
import { RecordKind } from '../record';
import { addressFacts } from './addressFacts';
import { endpointsFacts, podsFacts } from './backendFacts';
import { ExposurePath, SharedPath } from './ExposurePath';
import {
  gatewayAddressFacts,
  gatewayListenerFacts,
} from './gateway/gatewayFacts';
import { gatewayRouteFacts } from './gateway/gatewayRouteFacts';
import { HopFacts } from './HopFacts';
import { listenerFacts, routeFacts, serviceFacts } from './routingFacts';

/** How to describe a hop, and which kinds that takes. */
export interface HopDescription<Path extends SharedPath = SharedPath> {
  reads: readonly RecordKind[];
  describe(path: Path, knows: (kind: RecordKind) => boolean): HopFacts;
}

/** The hops that records tell of; upstreams are declared. */
export type JudgeableHop = Exclude<HopKind, 'upstream'>;

/** The hops that are the same for every host name that leads through them. */
export type SharedHop = Exclude<JudgeableHop, 'route'>;

type Front = Record<'address' | 'listener', HopDescription>;

const ingressFront: Front = {
  address: { reads: [], describe: addressFacts },
  listener: { reads: ['Ingress', 'IngressClass'], describe: listenerFacts },
};

const gatewayFront: Front = {
  address: { reads: ['Gateway'], describe: gatewayAddressFacts },
  listener: {
    reads: ['Gateway', 'GatewayClass'],
    describe: gatewayListenerFacts,
  },
};

const back: Record<Exclude<SharedHop, keyof Front>, HopDescription> = {
  service: { reads: ['Service'], describe: serviceFacts },
  endpoints: { reads: ['Service', 'EndpointSlice'], describe: endpointsFacts },
  pods: { reads: ['Service', 'Pod'], describe: podsFacts },
};

/** How to describe a hop that host names share. */
export function sharedHopDescription(
  kind: SharedHop,
  { route }: SharedPath,
): HopDescription {
  const front = route.attachment ? gatewayFront : ingressFront;
  return { ...front, ...back }[kind];
}

/** How to describe the hop at which host names and paths are told apart. */
export function routeDescription({
  route,
}: ExposurePath): HopDescription<ExposurePath> {
  return route.attachment
    ? { reads: [], describe: gatewayRouteFacts }
    : { reads: ['Ingress'], describe: routeFacts };
}

/** The hops that a path has, from the outside to the pods. */
export function hopsOf({ route, service, slices }: SharedPath): JudgeableHop[] {
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
