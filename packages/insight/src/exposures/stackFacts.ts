import { StackSubject } from './ingressStack';

/** Where the proxy runs that talks to the pods. */
export type DataPlane =
  /** Pods of the cluster. */
  | {
      in: 'cluster';
      /** Where it is always the same one. */
      namespace?: string;
      /** The pods' labels, where they are always the same. */
      labels?: Readonly<Record<string, string>>;
    }
  /** Something of Azure in the virtual network, with addresses of its own. */
  | { in: 'azure' };

/** What is known of a stack; see `IngressStack` for what the fields mean. */
export interface StackFacts {
  id: string;
  title: string;
  kind?: StackSubject['kind'];
  controller: RegExp;
  /** The class's name, where several stacks share a controller. */
  className?: string;
  managedBy: string;
  /** Where its support has no end that is known. */
  support?: 'supported' | 'self-managed';
  /** From when on nobody mends security faults in it any more. */
  unsupportedFrom?: Date;
  successor?: string;
  docs?: string;
  dataPlane: DataPlane;
}

const GATEWAY_API =
  'the Gateway API of application routing (GatewayClass approuting-istio) or Application Gateway for Containers';

const MICROSOFT =
  'Microsoft installs, upgrades and mends it as an add-on of AKS.';

const YOURSELVES =
  'Whoever installed it in this cluster upgrades and mends it; Microsoft does not support it.';

const ISTIO =
  'Microsoft looks after it where it is the service mesh add-on of AKS, else whoever installed it.';

// AKS's own Istio calls itself otherwise than the project's; clusters with either
// name were seen for both classes.
const ISTIO_GATEWAYS = /^istio\.(?:aks\.azure\.com|io)\/gateway-controller$/;

// Controller values as the controllers' own manifests and sources set them, those
// of application routing and its pods' labels in Azure/aks-app-routing-operator.
// Support: learn.microsoft.com/azure/aks, note on the retirement of Ingress NGINX,
// and azure/application-gateway/for-containers/migrate-from-agic-to-agc, both read
// on 2026-11-24. Whether the last day of app routing's NGINX was moved is not known.
export const stacks: readonly StackFacts[] = [
  {
    id: 'app-routing-nginx',
    title: 'app routing · NGINX',
    kind: 'IngressClass',
    // The class that every cluster with the add-on has.
    controller: /^webapprouting\.kubernetes\.azure\.com\/nginx$/,
    managedBy: MICROSOFT,
    unsupportedFrom: new Date('2026-12-01T00:00:00Z'),
    successor: GATEWAY_API,
    docs: 'https://learn.microsoft.com/azure/aks/app-routing-nginx-to-gateway-api-migration',
    dataPlane: {
      in: 'cluster',
      namespace: 'app-routing-system',
      labels: { app: 'nginx' },
    },
  },
  {
    id: 'app-routing-nginx',
    title: 'app routing · NGINX',
    kind: 'IngressClass',
    // A class of an NginxIngressController of one's own.
    controller:
      /^(?:webapprouting\.kubernetes\.azure\.com\/nginx\/.*|approuting\.kubernetes\.azure\.com(?:\/.*)?)$/,
    managedBy: MICROSOFT,
    unsupportedFrom: new Date('2026-12-01T00:00:00Z'),
    successor: GATEWAY_API,
    docs: 'https://learn.microsoft.com/azure/aks/app-routing-nginx-to-gateway-api-migration',
    dataPlane: { in: 'cluster', namespace: 'app-routing-system' },
  },
  {
    id: 'ingress-nginx',
    title: 'ingress-nginx',
    kind: 'IngressClass',
    controller: /^k8s\.io\/ingress-nginx$/,
    managedBy:
      'Whoever installed it in this cluster looks after it; its project has retired it.',
    unsupportedFrom: new Date('2026-04-01T00:00:00Z'),
    successor: GATEWAY_API,
    docs: 'https://learn.microsoft.com/azure/aks/app-routing-gateway-api',
    dataPlane: { in: 'cluster' },
  },
  {
    id: 'app-routing-gateway',
    title: 'app routing · Gateway API',
    kind: 'GatewayClass',
    controller: ISTIO_GATEWAYS,
    className: 'approuting-istio',
    managedBy: MICROSOFT,
    support: 'supported',
    docs: 'https://learn.microsoft.com/azure/aks/app-routing-gateway-api',
    dataPlane: { in: 'cluster' },
  },
  {
    id: 'application-gateway',
    title: 'Application Gateway (AGIC)',
    kind: 'IngressClass',
    controller: /^azure\/application-gateway$/,
    managedBy:
      'Microsoft runs the gateway in Azure; the controller is an add-on of AKS, or was installed in this cluster.',
    support: 'supported',
    successor: 'Application Gateway for Containers',
    docs: 'https://learn.microsoft.com/azure/application-gateway/for-containers/migrate-from-agic-to-agc',
    dataPlane: { in: 'azure' },
  },
  {
    id: 'application-gateway-for-containers',
    title: 'Application Gateway for Containers',
    controller: /^alb\.networking\.azure\.io\/alb-controller$/,
    managedBy:
      'Microsoft runs the gateway in Azure; the ALB controller runs in this cluster.',
    support: 'supported',
    docs: 'https://learn.microsoft.com/azure/application-gateway/for-containers/overview',
    dataPlane: { in: 'azure' },
  },
  {
    id: 'istio-gateway',
    title: 'Istio · Gateway API',
    kind: 'GatewayClass',
    controller: ISTIO_GATEWAYS,
    managedBy: ISTIO,
    docs: 'https://learn.microsoft.com/azure/aks/istio-gateway-api',
    dataPlane: { in: 'cluster' },
  },
  {
    id: 'istio',
    title: 'Istio',
    kind: 'IngressClass',
    controller: /^istio\.io\/ingress-controller$/,
    managedBy: ISTIO,
    docs: 'https://learn.microsoft.com/azure/aks/istio-about',
    dataPlane: { in: 'cluster' },
  },
  ...(
    [
      ['traefik', 'Traefik', /^traefik\.io\/(?:ingress|gateway)-controller$/],
      [
        'haproxy',
        'HAProxy',
        /^(?:haproxy\.org\/ingress-controller|haproxy-ingress\.github\.io\/controller)(?:\/.*)?$/,
      ],
      ['f5-nginx', 'F5 NGINX', /^nginx\.org\/ingress-controller$/],
      [
        'kong',
        'Kong',
        /^(?:ingress-controllers\.konghq\.com\/kong|konghq\.com\/.*)$/,
      ],
    ] as const
  ).map(([id, title, controller]) => ({
    id,
    title,
    controller,
    managedBy: YOURSELVES,
    support: 'self-managed' as const,
    dataPlane: { in: 'cluster' } as const,
  })),
];
