import { DecisionTable } from '../DecisionTable';

/**
 * What decides how services of a cluster are reached.
 *
 * @public
 */
export type IngressAnswers = {
  protocol: 'http' | 'tcp-udp';
  mesh: 'none' | 'mesh';
  existing: 'none' | 'app-routing-nginx' | 'ingress-nginx' | 'agic';
  reach: 'external' | 'internal';
  features: 'standard' | 'special';
  edge: 'in-cluster' | 'azure';
  address: 'any' | 'static';
  network: 'azure-cni' | 'kubenet';
  regions: 'one' | 'global';
};

export const ingressQuestions: DecisionTable<
  IngressAnswers,
  string
>['questions'] = {
  protocol: {
    title: 'Protocol',
    text: 'What do clients speak?',
    options: {
      http: 'HTTP, also gRPC and WebSocket',
      'tcp-udp': 'Another protocol over TCP or UDP',
    },
    assumed: 'http',
  },
  reach: {
    title: 'Reach',
    text: 'Where are the clients?',
    options: {
      external: 'On the internet',
      internal: 'In private networks only',
    },
    assumed: 'external',
  },
  mesh: {
    title: 'Service mesh',
    text: 'Is there a service mesh with sidecars, or is one planned?',
    options: {
      none: 'No',
      mesh: 'Yes, such as for mutual TLS between services',
    },
    assumed: 'none',
    askedWhen: [{ protocol: ['http'] }],
  },
  features: {
    title: 'Features',
    text: 'Is something needed that no managed controller has?',
    options: {
      standard: 'No',
      special:
        'Yes: plugins of our own, TCP or UDP routes, TLS passthrough, or certificates by ACME built in',
    },
    assumed: 'standard',
    askedWhen: [{ mesh: ['none'] }],
  },
  edge: {
    title: 'Data plane',
    text: 'Where shall traffic be taken in?',
    options: {
      'in-cluster': 'By proxies in the cluster',
      azure:
        'By Azure outside the cluster: web application firewall, client certificates or very large scale',
    },
    assumed: 'in-cluster',
    askedWhen: [{ mesh: ['none'] }],
  },
  existing: {
    title: 'Today',
    text: 'What takes the traffic in today?',
    options: {
      none: 'Nothing yet',
      'app-routing-nginx': 'NGINX of the application routing add-on',
      'ingress-nginx': 'Ingress NGINX, installed by ourselves',
      agic: 'Application Gateway Ingress Controller',
    },
    assumed: 'none',
    askedWhen: [{ mesh: ['none'] }],
  },
  address: {
    title: 'Address',
    text: 'Do clients need an IP address that stays the same?',
    options: {
      any: 'No, a host name is enough',
      static: 'Yes, a static IP address',
    },
    assumed: 'any',
    askedWhen: [
      { edge: ['azure'], reach: ['external'] },
      { existing: ['agic'], reach: ['external'] },
    ],
  },
  network: {
    title: 'Network plugin',
    text: 'Which network plugin does the cluster have?',
    options: { 'azure-cni': 'Azure CNI', kubenet: 'kubenet' },
    assumed: 'azure-cni',
    askedWhen: [
      { edge: ['azure'], reach: ['external'] },
      { existing: ['agic'], reach: ['external'] },
    ],
  },
  regions: {
    title: 'Regions',
    text: 'Is it served from several regions, or through a content delivery network?',
    options: { one: 'No, from one region', global: 'Yes' },
    assumed: 'one',
    askedWhen: [{ mesh: ['none'], reach: ['external'] }],
  },
};
