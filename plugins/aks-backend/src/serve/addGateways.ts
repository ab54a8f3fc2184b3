import {
  GatewayRecord,
  ObjectRef,
  parseLabelSelector,
  refOf,
  ServiceRecord,
} from '@backstage-aks/insight';
import { EdgeWalk } from './EdgeWalk';
import { givenAddresses } from './ingressNames';
import { GatewayRoute } from './routeTargets';

// What controllers put on all that they make for a Gateway.
// https://gateway-api.sigs.k8s.io/geps/gep-1762/, read 2026-11-24
const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/**
 * Adds what stands in front of the routes of the Gateway API: the Gateways and
 * ListenerSets that they attach to, the Services through which traffic comes in,
 * and what the routes' being let in depends on.
 */
export async function addGateways(walk: EdgeWalk) {
  const routes = walk.gatewayRoutes();
  if (routes.length === 0) {
    return;
  }
  await walk.addNamed(routes.flatMap(parents));
  await walk.addNamed(
    walk.ofKind('ListenerSet').flatMap(({ gateway }) => gateway ?? []),
  );
  await Promise.all([
    walk.addNamed(
      [...routes, ...walk.ofKind('ListenerSet'), ...walk.ofKind('Gateway')].map(
        namespaceRef,
      ),
    ),
    walk.addFew(['ReferenceGrant'], grantingNamespaces(routes)),
    ...walk.ofKind('Gateway').map(gateway => addDataPlane(walk, gateway)),
  ]);
}

function parents({ parents: refs }: GatewayRoute): ObjectRef[] {
  return refs
    .map(({ to }) => to)
    .filter(({ kind }) => kind === 'Gateway' || kind === 'ListenerSet');
}

function namespaceRef({ namespace }: { namespace: string }): ObjectRef {
  return { kind: 'Namespace', namespace: '', name: namespace };
}

/** Those of whose Services routes of other namespaces speak. */
function grantingNamespaces(routes: readonly GatewayRoute[]): string[] {
  const targets = routes.flatMap(({ namespace, rules }) =>
    rules
      .flatMap(({ backends }) => backends.map(({ to }) => to.namespace))
      .filter(target => target !== namespace),
  );
  return [...new Set(targets)].sort();
}

async function addDataPlane(walk: EdgeWalk, gateway: GatewayRecord) {
  const { namespace, name, className } = gateway;
  const named: ObjectRef[] = className
    ? [{ kind: 'Service', namespace, name: `${name}-${className}` }]
    : [];
  const found = await Promise.all([
    walk.addNamed(named),
    // One that was set up by hand may serve the Gateway from elsewhere.
    walk.addHolding(givenAddresses([gateway])),
    walk.addByLabels(
      ['Service'],
      parseLabelSelector(`${GATEWAY_NAME}=${name}`),
      [namespace],
    ),
  ]);
  const services = found
    .flat()
    .filter((record): record is ServiceRecord => record.kind === 'Service');
  await Promise.all([
    walk.addEndpointsOf(services),
    ...services.map(service => walk.addSelectedBy(service, ['Pod'])),
    walk.addEventsAbout([gateway, ...services].map(refOf)),
  ]);
}
