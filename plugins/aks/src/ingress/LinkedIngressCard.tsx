import { useRouteRef } from '@backstage/frontend-plugin-api';
import { exposureRouteRef } from '../routes';
import { IngressCard } from './IngressCard';

/** The Ingress card with a link to the Exposure tab, where the app has it. */
export function LinkedIngressCard() {
  const exposure = useRouteRef(exposureRouteRef);
  return <IngressCard exposureHref={exposure?.()} />;
}
