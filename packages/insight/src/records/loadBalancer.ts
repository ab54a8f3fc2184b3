/**
 * How Azure's load balancer probes, as annotations ask for it: of the whole
 * Service, or of one port. What is absent is not asked for.
 *
 * @public
 */
export interface ProbeSettings {
  /** In lower case; whatever is not `http` or `https` counts as `tcp`. */
  protocol?: string;
  /** Only of probes over HTTP. */
  path?: string;
  /** In seconds. */
  interval?: number;
  /** How many probes have to fail. */
  failures?: number;
}

/** @public */
export interface PortSettings extends ProbeSettings {
  /** The Service's own port, by name or number, or another number as it is. */
  port?: number | string;
  /** False where the load balancer is to leave the port out. */
  rule?: boolean;
  /** False where it is not to be probed. */
  probed?: boolean;
}

/** @public */
export interface PrivateLinkSettings {
  name?: string;
  resourceGroup?: string;
  subnet?: string;
  addressCount?: number;
  addresses: string[];
  hostnames: string[];
  proxyProtocol: boolean;
  visibleTo: string[];
  approvedFor: string[];
}

/**
 * What the annotations of a Service ask of Azure's load balancer.
 *
 * @public
 */
export interface LoadBalancerSettings {
  internal: boolean;
  subnet?: string;
  /** Static addresses, by annotation or `spec.loadBalancerIP`. */
  addresses: string[];
  publicIpNames: string[];
  publicIpPrefixes: string[];
  /** Where the public address lives, if not beside the nodes. */
  resourceGroup?: string;
  dnsLabel?: string;
  /** Names of the tags put on the public address. */
  tags: string[];
  ipTags: string[];
  serviceTags: string[];
  allowedRanges: string[];
  /** Makes source ranges hold for an internal load balancer as well. */
  deniesOthers: boolean;
  /** In minutes. */
  idleTimeout?: number;
  tcpReset: boolean;
  highAvailabilityPorts: boolean;
  floatingIp: boolean;
  /** False where the provider is to write no rules of network security. */
  securityRules: boolean;
  additionalAddresses: string[];
  /** Which of several load balancers it may be put on. */
  configurations: string[];
  probe: ProbeSettings;
  /** By the number of the port. */
  ports: Readonly<Record<string, PortSettings>>;
  privateLink?: PrivateLinkSettings;
  /** Annotations that say something else than their author can have meant. */
  problems: AnnotationProblem[];
}

/** @public */
export interface AnnotationProblem {
  /** The whole key. */
  annotation: string;
  /** What is wrong with it, to follow the key: `is no whole number`. */
  problem: string;
  /** False where it is only of no use. */
  refused: boolean;
}
