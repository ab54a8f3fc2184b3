import { RouteBackend, RouteRule } from '../../records/gateway';
import { RecordSet } from '../../RecordSet';
import { backendLabel, GatewayRouteRecord, Route } from '../Route';
import { Attachment } from './Attachment';
import { attachmentsOf, ParentAttachment } from './attachments';

/**
 * The ways in that a route of the Gateway API opens: one for each listener that
 * takes it, host and Service. Where no listener is known, the route's own hosts
 * stand for themselves. Rules that only redirect lead to no Service.
 */
export function gatewayRoutes(
  record: GatewayRouteRecord,
  records: RecordSet,
  isReadable: (namespace: string) => boolean,
): Route[] {
  return attachmentsOf(record, records, isReadable).flatMap(
    ({ attachment, admissions }) =>
      placesOf(record, attachment, admissions).flatMap(place =>
        routesAt(record, place),
      ),
  );
}

interface Place {
  attachment: Attachment;
  host: string;
}

function placesOf(
  { hostnames }: GatewayRouteRecord,
  attachment: Attachment,
  admissions: ParentAttachment['admissions'],
): Place[] {
  if (admissions.length > 0) {
    return admissions.flatMap(({ listener, hosts }) => {
      const there = { ...attachment, listener };
      return hosts.map(host => ({ attachment: there, host }));
    });
  }
  const hosts = hostnames.length > 0 ? [...new Set(hostnames)] : [''];
  return hosts.map(host => ({ attachment, host }));
}

function routesAt(
  record: GatewayRouteRecord,
  { attachment, host }: Place,
): Route[] {
  const routes = new Map<string, Route>();
  record.rules.forEach((rule, ruleIndex) =>
    rule.backends.forEach((backend, index) => {
      if (backend.to.kind !== 'Service') {
        return;
      }
      const target = {
        namespace: backend.to.namespace,
        service: backend.to.name,
        ...(backend.port !== undefined && { portNumber: backend.port }),
      };
      const key = backendLabel({ record, backend: target });
      const route: Route = routes.get(key) ?? {
        record,
        attachment,
        host,
        paths: [],
        tls: isTls(record, attachment),
        backend: target,
        ...shareOf(backend, rule),
        fields: [],
        addresses: attachment.gateway?.addresses ?? [],
      };
      route.fields.push(`spec.rules[${ruleIndex}].backendRefs[${index}]`);
      route.paths.push(...pathsOf(record, rule));
      routes.set(key, route);
    }),
  );
  for (const { paths } of routes.values()) {
    paths.sort(byPrecedence);
  }
  return [...routes.values()];
}

function isTls({ kind }: GatewayRouteRecord, { listener }: Attachment) {
  return (
    kind === 'TLSRoute' || /^(?:HTTPS|TLS)$/.test(listener?.protocol ?? '')
  );
}

function shareOf(
  { weight }: RouteBackend,
  { backends }: RouteRule,
): Pick<Route, 'share'> {
  return backends.length > 1 || weight === 0
    ? {
        share: {
          weight,
          of: backends.reduce((sum, backend) => sum + backend.weight, 0),
        },
      }
    : {};
}

// A rule without matches takes what begins with `/`; calls and connections have
// no paths, so there is nothing to say of them.
function pathsOf(
  { kind }: GatewayRouteRecord,
  { matches }: RouteRule,
): Route['paths'] {
  return matches.length === 0 && kind === 'HTTPRoute'
    ? [{ path: '/', pathType: 'PathPrefix' }]
    : matches.map(({ type, value }) => ({ path: value, pathType: type }));
}

// The exact path wins, then the longest.
// https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/httproute_types.go,
// HTTPRouteRule.Matches, read 2026-11-24
function byPrecedence(
  a: Route['paths'][number],
  b: Route['paths'][number],
): number {
  const exactness = ({ pathType }: { pathType: string }) =>
    pathType === 'Exact' ? 1 : 0;
  return exactness(b) - exactness(a) || b.path.length - a.path.length;
}
