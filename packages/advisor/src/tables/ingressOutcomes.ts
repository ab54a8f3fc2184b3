import { DecisionTable } from '../DecisionTable';
import { IngressAnswers } from './ingressQuestions';

/**
 * The ways in. NGINX of application routing is a runner-up at most: its support
 * ends.
 *
 * @public
 */
export type IngressOutcome =
  | 'app-routing-gateway'
  | 'application-gateway-for-containers'
  | 'istio-gateway'
  | 'self-managed'
  | 'service-load-balancer'
  | 'app-routing-nginx';

export const ingressOutcomes: DecisionTable<
  IngressAnswers,
  IngressOutcome
>['outcomes'] = {
  'app-routing-gateway': {
    title: 'Application routing with the Gateway API',
    text: 'Managed Envoy in the cluster. Switch on the managed Gateway API CRDs too; Key Vault and Azure DNS need a managed identity of their own.',
    settings: {
      gatewayClassName: 'approuting-istio',
      'ingressProfile.gatewayAPI.installation': 'Standard',
      'ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode':
        'Enabled',
    },
  },
  'application-gateway-for-containers': {
    title: 'Application Gateway for Containers',
    text: 'A data plane that Azure runs outside the cluster, driven by Gateway API or Ingress through the ALB controller.',
    settings: {},
  },
  'istio-gateway': {
    title: 'Istio add-on with the Gateway API',
    text: 'The gateways of the mesh take the traffic in, so that it is part of the mesh from the first hop.',
    settings: {
      gatewayClassName: 'istio',
      'serviceMeshProfile.mode': 'Istio',
      'ingressProfile.gatewayAPI.installation': 'Standard',
    },
  },
  'self-managed': {
    title: 'A controller of your own',
    text: 'A maintained controller that has the feature, installed and kept up to date by a team of yours. Not Ingress NGINX: its maintenance has ended.',
    settings: {},
  },
  'service-load-balancer': {
    title: 'Service of type LoadBalancer',
    text: 'An Azure load balancer passes the packets on; nothing in between reads them.',
    settings: { kind: 'Service', 'spec.type': 'LoadBalancer' },
  },
  'app-routing-nginx': {
    title: 'NGINX of application routing, as it is',
    text: 'Stay where you are, with critical security fixes only.',
    settings: { ingressClassName: 'webapprouting.kubernetes.azure.com' },
  },
};
