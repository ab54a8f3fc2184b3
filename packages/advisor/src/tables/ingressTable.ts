import { DecisionTable } from '../DecisionTable';
import { aksPage } from '../sources';
import * as facts from './ingressFacts';
import { IngressOutcome, ingressOutcomes } from './ingressOutcomes';
import { IngressAnswers, ingressQuestions } from './ingressQuestions';
import { ingressRows } from './ingressRows';

/**
 * How services of a cluster are reached.
 *
 * @public
 */
export const ingressTable: DecisionTable<IngressAnswers, IngressOutcome> = {
  id: 'ingress',
  title: 'Ingress',
  text: 'What takes traffic into a cluster. Several may run side by side, each with a class of its own.',
  questions: ingressQuestions,
  outcomes: ingressOutcomes,
  contradictions: [
    {
      id: 'azure-data-plane-with-special-features',
      title: 'Azure’s data plane with features of another',
      whenAny: [{ edge: ['azure'], features: ['special'] }],
      because:
        'What no managed controller has, Azure’s data plane does not have either.',
      remedy:
        'Run two controllers side by side, and answer once for the services of each.',
    },
    {
      id: 'azure-data-plane-inside',
      title: 'Azure’s data plane for private clients',
      whenAny: [{ edge: ['azure'], reach: ['internal'] }],
      because:
        'Application Gateway for Containers takes traffic from outside only.',
      remedy:
        'Take private traffic in by proxies in the cluster, on an internal load balancer.',
      facts: [facts.externalOnly],
    },
    {
      id: 'azure-data-plane-with-static-address',
      title: 'Azure’s data plane with a static IP address',
      whenAny: [{ edge: ['azure'], address: ['static'] }],
      because:
        'Frontends of Application Gateway for Containers have a host name only.',
      remedy:
        'Let clients use the host name; or take traffic in by proxies in the cluster, with Azure Front Door in front where a web application firewall is needed.',
      facts: [facts.externalOnly],
    },
    {
      id: 'azure-data-plane-with-kubenet',
      title: 'Azure’s data plane with kubenet',
      whenAny: [{ edge: ['azure'], network: ['kubenet'] }],
      because: 'Application Gateway for Containers does not work with kubenet.',
      remedy:
        'Move the cluster to Azure CNI Overlay first, which the end of kubenet asks for anyway.',
      facts: [facts.externalOnly],
    },
  ],
  rows: ingressRows,
  remarks: [
    {
      when: { regions: ['global'] },
      because:
        'Put Azure Front Door in front, as the one entry for all regions.',
      facts: [
        {
          text: 'Azure Front Door is the global entry in front of the gateways of clusters.',
          source: aksPage('concepts-network-ingress', 'Ingress in AKS'),
        },
      ],
    },
    {
      when: { reach: ['internal'] },
      because:
        'Keep the load balancer internal: the annotation service.beta.kubernetes.io/azure-load-balancer-internal with the value "true" on its Service.',
      facts: [
        {
          text: 'The annotation makes Azure use an internal load balancer.',
          source: aksPage('internal-lb', 'Internal load balancers in AKS'),
        },
      ],
    },
  ],
};
