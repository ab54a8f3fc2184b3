import { Address } from '../records/base';
import {
  GRPCRouteRecord,
  HTTPRouteRecord,
  TLSRouteRecord,
} from '../records/gateway';
import { IngressRecord } from '../records/ingress';
import { ServiceRecord } from '../records/networking';
import { Attachment } from './gateway/Attachment';

/** A port of a Service, to which a route leads. */
export interface ServiceBackend {
  /** The Service's; routes of the Gateway API reach into other namespaces. */
  namespace: string;
  service: string;
  portName?: string;
  portNumber?: number;
}

/** A route of the Gateway API that leads to Services. */
export type GatewayRouteRecord =
  | HTTPRouteRecord
  | GRPCRouteRecord
  | TLSRouteRecord;

/** The kinds of {@link GatewayRouteRecord}. */
export const GATEWAY_ROUTE_KINDS = [
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
] as const satisfies readonly GatewayRouteRecord['kind'][];

/**
 * One way in: a host name and the paths under it that one object sends to one
 * port of one Service, at one listener where it is of the Gateway API.
 */
export interface Route {
  /** The object that lets traffic in. */
  record: IngressRecord | ServiceRecord | GatewayRouteRecord;
  /** Where it hangs; present for routes of the Gateway API, and for these only. */
  attachment?: Attachment;
  /** Empty for any host. */
  host: string;
  /** In the order of precedence; empty for every path not taken otherwise. */
  paths: { path: string; pathType: string }[];
  tls: boolean;
  backend: ServiceBackend;
  /**
   * This backend's part in what several share, such as `1 of 10`; absent where
   * it has no others beside it.
   */
  share?: { weight: number; of: number };
  /** Where in the object the backend is named, one field for each path. */
  fields: string[];
  addresses: Address[];
}

/** What routes have in common that differ in host name and paths alone. */
export type SharedRoute = Pick<
  Route,
  'record' | 'attachment' | 'backend' | 'tls' | 'addresses'
>;

/** The kinds of objects that let traffic in. */
export type RouteKind = Route['record']['kind'];

/** A port as people write it: its name or its number. */
export function backendPort({
  portName,
  portNumber,
}: ServiceBackend): string | undefined {
  return portName ?? portNumber?.toString();
}

/** What a route leads to, in a few words. */
export function backendLabel({
  record,
  backend,
}: Pick<Route, 'record' | 'backend'>): string {
  const { namespace, service } = backend;
  const name =
    namespace === record.namespace ? service : `${namespace}/${service}`;
  const port = backendPort(backend);
  return port === undefined ? name : `${name}:${port}`;
}
