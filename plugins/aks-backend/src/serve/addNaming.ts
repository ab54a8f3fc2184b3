import { refOf } from '@backstage-aks/insight';
import { EdgeWalk } from './EdgeWalk';

/**
 * Adds what keeps the names and certificates of routes: the challenges by which
 * certificates are asked for, and the external-dns of application routing.
 */
export async function addNaming(walk: EdgeWalk) {
  const routes = [...walk.ofKind('Ingress'), ...walk.gatewayRoutes()];
  if (routes.length === 0) {
    return;
  }
  const namespaces = new Set(routes.map(({ namespace }) => namespace));
  await walk.addFew(
    ['Challenge', 'ExternalDNS', 'ClusterExternalDNS'],
    ['', ...[...namespaces].sort()],
  );
  await walk.addEventsAbout(
    [...walk.ofKind('ExternalDNS'), ...walk.ofKind('ClusterExternalDNS')].map(
      refOf,
    ),
  );
}
