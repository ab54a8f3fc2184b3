import { ObjectRef } from '@backstage-aks/insight';

/** An object that lets traffic in under one host name. */
export interface StoredHost {
  /** Where it stands in the order of hosts. */
  position: HostPosition;
  clusterId: string;
  route: ObjectRef;
  /** In lower case; empty for what takes any host name. */
  host: string;
}

/** A place in the order of hosts: by name, those that take any name last. */
export interface HostPosition {
  host: string;
  recordId: number;
}

/** Which hosts are looked for, and on whose behalf. */
export interface HostQuery {
  /** Where the caller may look; nothing else is found or counted. */
  places: readonly HostPlace[];
  /** Part of a host name, the start of an address, or a whole host name. */
  text?: string;
  /** The class of the Ingress or of the route's Gateway. */
  className?: string;
  /** Clusters on which an Ingress without a class has this one. */
  defaultOn?: readonly string[];
}

/** A cluster, and the namespaces on it that the caller may read. */
export interface HostPlace {
  clusterId: string;
  /** Undefined: every namespace. */
  namespaces?: readonly string[];
}

/** Reads of the index of host names. */
export interface HostReader {
  /** The next hosts after a position, or the first. */
  hosts(
    query: HostQuery & { after?: HostPosition; limit: number },
  ): Promise<StoredHost[]>;

  /** How many hosts there are. */
  countHosts(query: HostQuery): Promise<number>;

  /** Namespaces of a cluster in which anything has a host name. */
  hostNamespaces(clusterId: string): Promise<string[]>;
}
