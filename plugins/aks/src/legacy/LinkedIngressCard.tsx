import { RouteRef, useRouteRef } from '@backstage/core-plugin-api';
import { IngressCard } from '../ingress/IngressCard';
import { exposureRouteRef } from './routes';

/** The Ingress card with a link to the Exposure tab, where the app has it. */
export function LinkedIngressCard() {
  return <IngressCard exposureHref={useMountedPath(exposureRouteRef)} />;
}

/** The old `useRouteRef` throws for what is not mounted, after its last hook. */
function useMountedPath(routeRef: RouteRef): string | undefined {
  try {
    return useRouteRef(routeRef)();
  } catch {
    return undefined;
  }
}
