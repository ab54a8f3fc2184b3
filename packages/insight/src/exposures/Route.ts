import { Address } from '../records/base';
import { IngressBackend, IngressRecord } from '../records/ingress';
import { ServiceRecord } from '../records/networking';

/** Where a route leads. */
export type ServiceBackend = Extract<IngressBackend, { service: string }>;

/**
 * One way in: a host name and the paths under it that one object sends to one
 * port of one Service of its namespace.
 */
export interface Route {
  /** The object that lets traffic in. */
  record: IngressRecord | ServiceRecord;
  /** Empty for any host. */
  host: string;
  /** In the order of precedence; empty for every path not taken otherwise. */
  paths: { path: string; pathType: string }[];
  tls: boolean;
  backend: ServiceBackend;
  /** Where in the object the backend is named, one field for each path. */
  fields: string[];
  addresses: Address[];
}

/** A port as people write it: its name or its number. */
export function backendPort({
  portName,
  portNumber,
}: ServiceBackend): string | undefined {
  return portName ?? portNumber?.toString();
}

/** What a route leads to, in a few words. */
export function backendLabel(backend: ServiceBackend): string {
  const port = backendPort(backend);
  return port === undefined ? backend.service : `${backend.service}:${port}`;
}
