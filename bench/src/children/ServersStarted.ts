import type { ApiServer } from '../ApiServers';

/** What a child says of the API servers that it keeps. */
export interface ServersStarted {
  clusters: readonly ApiServer[];
  /** What stands before the names of the generated namespaces. */
  namespacePrefix: string;
  /** The class of the generated Ingresses. */
  ingressClass: string;
}
