import { IngressClassRecord } from '../records/ingress';

/** Who serves the Ingresses of a class, in the words that Azure's pages use. */
export interface IngressStack {
  title: string;
  /** From when on nobody mends security faults in it any more. */
  unsupportedFrom?: Date;
  /** What to move to, where it is or will be without support. */
  successor?: string;
}

const GATEWAY_API =
  'the Gateway API of app routing (GatewayClass approuting-istio) or Application Gateway for Containers';

// Controller values as the controllers' own manifests and sources set them.
// Dates: learn.microsoft.com/azure/aks, note on the retirement of Ingress NGINX,
// as of 2026-08-21. Whether the last day of app routing's NGINX was moved since
// is not known.
const stacks: readonly (IngressStack & { controller: RegExp })[] = [
  {
    controller:
      /^(?:webapprouting\.kubernetes\.azure\.com\/nginx|approuting\.kubernetes\.azure\.com)(?:\/|$)/,
    title: 'app routing · NGINX',
    unsupportedFrom: new Date('2026-12-01T00:00:00Z'),
    successor: GATEWAY_API,
  },
  {
    controller: /^k8s\.io\/ingress-nginx$/,
    title: 'ingress-nginx',
    unsupportedFrom: new Date('2026-04-01T00:00:00Z'),
    successor: GATEWAY_API,
  },
  {
    controller: /^azure\/application-gateway$/,
    title: 'Application Gateway (AGIC)',
  },
  {
    controller: /^alb\.networking\.azure\.io\/alb-controller$/,
    title: 'Application Gateway for Containers',
  },
  { controller: /^istio\.io\/ingress-controller$/, title: 'Istio' },
  { controller: /^traefik\.io\/ingress-controller$/, title: 'Traefik' },
  {
    controller:
      /^(?:haproxy\.org\/ingress-controller|haproxy-ingress\.github\.io\/controller)(?:\/|$)/,
    title: 'HAProxy',
  },
  { controller: /^nginx\.org\/ingress-controller$/, title: 'F5 NGINX' },
  {
    controller: /^ingress-controllers\.konghq\.com\/kong$/,
    title: 'Kong',
  },
];

/** The stack behind a class; the controller's own name where it is not known. */
export function stackOf({ controller }: IngressClassRecord): IngressStack {
  return (
    stacks.find(stack => stack.controller.test(controller)) ?? {
      title: controller,
    }
  );
}
