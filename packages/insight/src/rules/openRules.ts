/** A fault that is known, and that no rule of the catalog finds. */
export interface OpenRule {
  id: string;
  /** The fault in one line. */
  title: string;
  /** `not-in-records`: nothing that is collected shows it. */
  state: 'not-in-records' | 'not-yet';
  /** Why records cannot show it, or what is missing until a rule can. */
  because: string;
}

const EVENTS =
  'The rule is to read it from the events of the Service, which are not looked at for exposures yet.';

const AZURE =
  'It shows in Azure only, and the portal reads no network objects of Azure yet.';

/**
 * Every fault of the ingress family without a rule in the catalog. An id stands
 * either here or there.
 */
export const openRules: readonly OpenRule[] = [
  {
    id: 'IN02',
    title: 'The static address that the Service asks for does not exist',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN03',
    title: 'The public IP address that the Service names does not exist',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN04',
    title: 'The cluster may not use the subnet or the public IP address',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN05',
    title: 'The subscription has no public IP address left',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN06',
    title: 'The private address is taken, or the subnet is full',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN07',
    title: 'Another Service has the DNS label',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN08',
    title: 'Two Services want one port of one address',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN09',
    title: 'The allowed sources of the load balancer contradict each other',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN10',
    title: 'The health probe of the load balancer has impossible numbers',
    state: 'not-yet',
    because: 'The health probe is not computed from the annotations yet.',
  },
  {
    id: 'IN11',
    title: 'The address does not answer although the pods do',
    state: 'not-yet',
    because:
      'The health probe is not computed from the annotations yet. Network security groups and route tables are seen in Azure only.',
  },
  {
    id: 'IN16',
    title: 'The controller answers 404 from its default backend',
    state: 'not-in-records',
    because:
      'Which address and path a client asked for stands in the access log of the controller. Rules and paths that can match nothing are found by other rules.',
  },
  {
    id: 'IN18',
    title: 'A request is too large for the controller (413)',
    state: 'not-in-records',
    because:
      'How large requests are stands in the access log of the controller, not in any object.',
  },
  {
    id: 'IN19',
    title: 'The admission of NGINX refuses the path of an ACME challenge',
    state: 'not-yet',
    because:
      'The refused Ingress does not exist; a rule is to read it from the Challenge.',
  },
  {
    id: 'IN21',
    title: 'The Application Gateway is stopped',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN22',
    title: 'The Application Gateway has other backends than the Service',
    state: 'not-in-records',
    because: AZURE,
  },
  {
    id: 'IN26',
    title: 'The Key Vault options of a listener are wrong',
    state: 'not-yet',
    because: 'Exposures do not follow Gateways yet.',
  },
  {
    id: 'IN27',
    title: 'The external-dns of application routing cannot be set up',
    state: 'not-yet',
    because: 'Exposures do not follow external-dns yet.',
  },
  {
    id: 'IN28',
    title: 'A policy refuses public load balancers',
    state: 'not-yet',
    because: EVENTS,
  },
  {
    id: 'IN30',
    title: 'The cluster refuses Services with external IPs',
    state: 'not-yet',
    because:
      'A refused Service does not exist; a rule can warn of one that still does.',
  },
  {
    id: 'IN33',
    title: 'The health probe of the Gateway’s load balancer asks a wrong port',
    state: 'not-yet',
    because: 'Exposures do not follow Gateways yet.',
  },
  {
    id: 'IN34',
    title: 'A network security group bars the pods of the Gateway',
    state: 'not-in-records',
    because: AZURE,
  },
];
