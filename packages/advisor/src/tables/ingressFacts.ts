import { Fact } from '../DecisionTable';
import { aksPage, gatewayForContainers } from '../sources';

const gatewayApi = aksPage(
  'app-routing-gateway-api',
  'Application routing with the Gateway API',
);

/**
 * The end of NGINX in the application routing add-on, as its page said it in
 * August 2026. Whether the date was moved since is not known here.
 */
export const appRoutingNginxEnds: Fact = {
  text: 'Microsoft patches NGINX in the application routing add-on until 2026-11-30, and only critical security issues.',
  source: aksPage('app-routing', 'Application routing in AKS'),
  lastDay: '2026-11-30',
  afterwards:
    'Microsoft’s patches for NGINX in the application routing add-on ended on 2026-11-30, unless the date was moved after the page was read.',
};

export const ingressNginxEnded: Fact = {
  text: 'The Ingress NGINX project ended its maintenance in March 2026.',
  source: aksPage('app-routing', 'Application routing in AKS'),
};

export const appRoutingGateway: Fact = {
  text: 'Application routing serves the Gateway API with Envoy in the cluster (class approuting-istio), for public and internal addresses, with DNS from Azure DNS and certificates from Key Vault.',
  source: gatewayApi,
};

export const noPassthrough: Fact = {
  text: 'Application routing with the Gateway API has no TLSRoute, and so no TLS passthrough.',
  source: gatewayApi,
};

export const notBesideMesh: Fact = {
  text: 'Application routing with the Gateway API does not run beside the Istio add-on.',
  source: gatewayApi,
};

export const istioGatewayClass: Fact = {
  text: 'The Istio add-on serves the Gateway API with the class istio from revision asm-1-26. An older page says that it does not; the newer one is followed.',
  source: aksPage('istio-gateway-api', 'Gateway API with the Istio add-on'),
};

export const externalOnly: Fact = {
  text: 'Application Gateway for Containers takes traffic from outside only; its frontends have a host name and no static IP address, and it does not work with kubenet.',
  source: aksPage('concepts-network-ingress', 'Ingress in AKS'),
};

export const firewallPreview: Fact = {
  text: 'The web application firewall of Application Gateway for Containers was still marked as a preview.',
  source: gatewayForContainers,
};

export const httpOnly: Fact = {
  text: 'A listener of Application Gateway for Containers has port 80 or 443 and takes HTTP.',
  source: gatewayForContainers,
};

export const agicSuccessor: Fact = {
  text: 'Application Gateway for Containers succeeds the Application Gateway Ingress Controller.',
  source: aksPage('concepts-network-ingress', 'Ingress in AKS'),
};

export const serviceOfTypeLoadBalancer: Fact = {
  text: 'For protocols other than HTTP, AKS recommends a Service of type LoadBalancer.',
  source: aksPage('concepts-network-ingress', 'Ingress in AKS'),
};
