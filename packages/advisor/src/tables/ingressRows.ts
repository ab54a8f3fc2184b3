import { Row, RunnerUp } from '../DecisionTable';
import * as facts from './ingressFacts';
import { IngressOutcome } from './ingressOutcomes';
import { IngressAnswers } from './ingressQuestions';

type IngressRow = Row<IngressAnswers, IngressOutcome>;

const besidesAppRouting: readonly RunnerUp<IngressAnswers, IngressOutcome>[] = [
  {
    outcome: 'application-gateway-for-containers',
    when: { reach: ['external'] },
    because:
      'It is one more Azure resource to run and pay for, and nothing here needs a data plane outside the cluster.',
    facts: [facts.externalOnly],
  },
  {
    outcome: 'self-managed',
    because:
      'You would keep it up to date yourselves, for nothing that application routing lacks here.',
  },
];

// What Application Gateway for Containers cannot do, though it succeeds the
// Application Gateway Ingress Controller.
const withoutSuccessor = (
  [
    [{ reach: ['internal'] }, 'takes no private traffic'],
    [{ address: ['static'] }, 'has no static IP address'],
    [{ network: ['kubenet'] }, 'does not work with kubenet'],
  ] as const
).map(
  ([when, obstacle]): IngressRow => ({
    outcome: 'app-routing-gateway',
    when: { existing: ['agic'], ...when },
    because: `The successor of today’s controller ${obstacle}; application routing stands in for it.`,
    facts: [facts.externalOnly, facts.appRoutingGateway],
    runnersUp: [
      {
        outcome: 'application-gateway-for-containers',
        because: `It succeeds today’s controller, but ${obstacle}.`,
        facts: [facts.externalOnly],
      },
    ],
  }),
);

export const ingressRows: readonly IngressRow[] = [
  {
    outcome: 'service-load-balancer',
    when: { protocol: ['tcp-udp'] },
    because: 'What is not HTTP has no paths or host names to route by.',
    facts: [facts.serviceOfTypeLoadBalancer],
    runnersUp: [
      {
        outcome: 'self-managed',
        because:
          'A controller with TCP routes works as well, but is one more thing to run.',
        facts: [facts.httpOnly],
      },
    ],
  },
  {
    outcome: 'istio-gateway',
    when: { mesh: ['mesh'] },
    because:
      'With a mesh in the cluster, its own gateways take traffic in best.',
    facts: [facts.istioGatewayClass, facts.notBesideMesh],
    runnersUp: [
      {
        outcome: 'app-routing-gateway',
        because: 'It cannot be switched on beside the mesh.',
        facts: [facts.notBesideMesh],
      },
    ],
  },
  {
    outcome: 'self-managed',
    when: { features: ['special'] },
    because: 'No managed controller has what is needed.',
    facts: [facts.noPassthrough, facts.ingressNginxEnded],
    runnersUp: [
      {
        outcome: 'app-routing-gateway',
        because: 'It would be kept up to date for you, but lacks the feature.',
        facts: [facts.noPassthrough],
      },
    ],
  },
  {
    outcome: 'application-gateway-for-containers',
    when: { edge: ['azure'], reach: ['external'] },
    because: 'Traffic is to be taken in by Azure, outside the cluster.',
    facts: [facts.externalOnly, facts.firewallPreview],
    runnersUp: [
      {
        outcome: 'app-routing-gateway',
        because:
          'Its proxies run in the cluster, and a web application firewall would need Azure Front Door in front.',
      },
    ],
  },
  {
    outcome: 'application-gateway-for-containers',
    when: {
      existing: ['agic'],
      reach: ['external'],
      address: ['any'],
      network: ['azure-cni'],
    },
    because:
      'It succeeds the Application Gateway Ingress Controller and takes Ingress objects too.',
    facts: [facts.agicSuccessor, facts.externalOnly],
    runnersUp: [
      {
        outcome: 'app-routing-gateway',
        because:
          'It would move the data plane into the cluster and needs all Ingress objects rewritten.',
      },
    ],
  },
  ...withoutSuccessor,
  {
    outcome: 'app-routing-gateway',
    when: { existing: ['app-routing-nginx'] },
    because: 'Migrate now: it is the same add-on with a supported data plane.',
    facts: [facts.appRoutingNginxEnds, facts.appRoutingGateway],
    runnersUp: [
      {
        outcome: 'app-routing-nginx',
        lastDay: facts.appRoutingNginxEnds.lastDay,
        because: 'It gives time until its support ends, and no more.',
        facts: [facts.appRoutingNginxEnds],
      },
      ...besidesAppRouting,
    ],
  },
  {
    outcome: 'app-routing-gateway',
    when: { existing: ['ingress-nginx'] },
    because:
      'Migrate now: nobody maintains today’s controller, and NGINX of application routing is no way out any more.',
    facts: [
      facts.ingressNginxEnded,
      facts.appRoutingNginxEnds,
      facts.appRoutingGateway,
    ],
    runnersUp: besidesAppRouting,
  },
  {
    outcome: 'app-routing-gateway',
    when: {
      existing: ['none'],
      features: ['standard'],
      edge: ['in-cluster'],
    },
    because:
      'It is the managed default: public or internal, with static addresses, Key Vault and Azure DNS.',
    facts: [facts.appRoutingGateway],
    runnersUp: besidesAppRouting,
  },
];
