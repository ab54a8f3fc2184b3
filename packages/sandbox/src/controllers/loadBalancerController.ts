import { canonicalJson } from '../objects/json';
import { Node, Service } from '../objects/workloads';
import { Controller } from './Controller';
import { ControllerContext } from './ControllerContext';
import { loadBalancerProblem } from './loadBalancerProblem';
import {
  isInternal,
  requestedAddress,
  requestedAddressName,
  wantsLoadBalancer,
} from './loadBalancerRequest';
import { loadBalancerWarnings } from './loadBalancerWarnings';
import { reportEvent } from './reportEvent';
import { NODES, SERVICES, storeName } from './resources';

const PUBLIC = '20.61.7';
const INTERNAL = '10.224.1';

/** What was last done for a Service: what it asked for, and what went wrong. */
interface Attempt {
  request: string;
  problem?: string;
}

const attempts = new WeakMap<ControllerContext, Map<string, Attempt>>();

/**
 * Gives Services of type LoadBalancer an address outside, or says why not, as
 * cloud-provider-azure does. What failed is tried again whenever another
 * Service changes, which may have had what it lacks.
 */
export const loadBalancerController: Controller = {
  name: 'cloud-controller-manager',
  concerns(event, context) {
    if (event.resource !== storeName(SERVICES)) {
      return [];
    }
    const waiting = context
      .list<Service>(SERVICES)
      .filter(service => attemptOf(context, service)?.problem)
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    const own = event.type === 'DELETED' ? [] : [event.key];
    for (const key of new Set([...own, ...waiting])) {
      context.again(key, context.timing.address);
    }
    return [];
  },
  reconcile(key, context) {
    const service = context.find<Service>(SERVICES, key);
    if (!service || context.isHeld(service)) {
      return;
    }
    const has = Boolean(service.status.loadBalancer?.ingress?.length);
    if (wantsLoadBalancer(service)) {
      ensure(context, service, has);
    } else if (has && service.spec.type !== 'LoadBalancer') {
      report(
        context,
        service,
        'DeletingLoadBalancer',
        'Deleting load balancer',
      );
      context.setStatus(SERVICES, service, { loadBalancer: {} });
      report(context, service, 'DeletedLoadBalancer', 'Deleted load balancer');
    }
  },
};

function attemptOf(
  context: ControllerContext,
  { metadata }: Service,
): Attempt | undefined {
  return attempts.get(context)?.get(metadata.uid);
}

function ensure(
  context: ControllerContext,
  service: Service,
  has: boolean,
): void {
  const last = attemptOf(context, service);
  const { annotations } = service.metadata;
  const request = canonicalJson([service.spec, annotations]);
  const isDone = has && (!last || last.request === request) && !last?.problem;
  if (isDone) {
    remember(context, service, { request });
    return;
  }
  const problem = loadBalancerProblem(service, {
    services: context.list<Service>(SERVICES),
    nodes: context.list<Node>(NODES),
    region: regionOf(context),
  });
  const isNews = last?.request !== request || last.problem !== problem;
  remember(context, service, { request, problem });
  if (!isNews) {
    return;
  }
  report(context, service, 'EnsuringLoadBalancer', 'Ensuring load balancer');
  if (problem !== undefined) {
    report(
      context,
      service,
      'SyncLoadBalancerFailed',
      `Error syncing load balancer: failed to ensure load balancer: ${problem}`,
      'Warning',
    );
    return;
  }
  for (const { reason, message } of loadBalancerWarnings(service)) {
    report(context, service, reason, message, 'Warning');
  }
  const ip = addressFor(context, service);
  context.setStatus(SERVICES, service, {
    ...service.status,
    loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] },
  });
  report(context, service, 'EnsuredLoadBalancer', 'Ensured load balancer');
}

function remember(
  context: ControllerContext,
  { metadata }: Service,
  attempt: Attempt,
): void {
  const known = attempts.get(context) ?? new Map<string, Attempt>();
  known.set(metadata.uid, attempt);
  attempts.set(context, known);
}

function report(
  context: ControllerContext,
  service: Service,
  reason: string,
  message: string,
  type: 'Normal' | 'Warning' = 'Normal',
): void {
  reportEvent(context, SERVICES, service, {
    type,
    reason,
    message,
    component: 'service-controller',
  });
}

function regionOf(context: ControllerContext): string {
  const [node] = context.list<Node>(NODES);
  return node?.metadata.labels?.['topology.kubernetes.io/region'] ?? '';
}

/** Its own wish, what it has, the address of its name's other user, or a new one. */
function addressFor(context: ControllerContext, service: Service): string {
  const requested = requestedAddress(service);
  const name = requestedAddressName(service);
  if (requested && !name) {
    return requested;
  }
  const services = context.list<Service>(SERVICES);
  const sharer = services.find(
    other =>
      name !== undefined &&
      requestedAddressName(other) === name &&
      other.metadata.uid !== service.metadata.uid &&
      firstAddress(other),
  );
  const network = isInternal(service) ? INTERNAL : PUBLIC;
  const present = firstAddress(service);
  return (
    (sharer && firstAddress(sharer)) ??
    (present?.startsWith(`${network}.`)
      ? present
      : freeAddress(services, network))
  );
}

function firstAddress({ status }: Service): string | undefined {
  return status.loadBalancer?.ingress?.[0]?.ip;
}

function freeAddress(services: Service[], network: string): string {
  const taken = new Set(
    services.flatMap(service => [
      requestedAddress(service),
      firstAddress(service),
    ]),
  );
  let host = 20;
  while (taken.has(`${network}.${host}`)) {
    host++;
  }
  return `${network}.${host}`;
}
