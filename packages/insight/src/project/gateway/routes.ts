import { Projection } from '../../edge';
import {
  ParentRef,
  RouteBackend,
  RouteParentStatus,
  RouteRecord,
  RouteRule,
} from '../../records/gateway';
import { knownAnnotations } from '../annotations';
import { conditionsIn, generationOf } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  hostsIn,
  nameIn,
  portNumber,
  present,
  reason,
  text,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn } from '../references';
import { GATEWAY_GROUP } from './gateways';

export function projectHttpRoute(object: unknown): Projection | undefined {
  const record = routeRecord('HTTPRoute', object);
  return record && { record, edges: routeEdges(record) };
}

export function projectGrpcRoute(object: unknown): Projection | undefined {
  const record = routeRecord('GRPCRoute', object);
  return record && { record, edges: routeEdges(record) };
}

export function projectTlsRoute(object: unknown): Projection | undefined {
  const record = routeRecord('TLSRoute', object);
  return record && { record, edges: routeEdges(record) };
}

function routeRecord<Kind extends 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute'>(
  kind: Kind,
  object: unknown,
): RouteRecord<Kind> | undefined {
  const metadata = metadataOf(kind, object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const { parents } = fieldsAt(object, 'status');
  return {
    ...metadata,
    hostnames: hostsIn(spec.hostnames),
    parents: fieldsIn(spec.parentRefs).flatMap(entry =>
      parentRef(entry, namespace),
    ),
    rules: fieldsIn(spec.rules).map(rule => routeRule(rule, namespace)),
    statuses: fieldsIn(parents).flatMap(entry =>
      parentStatus(entry, namespace, generationOf(object)),
    ),
    annotations: knownAnnotations(object),
  };
}

function routeEdges(record: RouteRecord<string>) {
  return [
    ...ownerEdges(record),
    ...edgesTo(
      'attaches-to',
      record.parents.map(({ to }) => to),
    ),
    ...edgesTo(
      'routes-to',
      record.rules.flatMap(rule => rule.backends.map(({ to }) => to)),
    ),
  ];
}

function parentRef(entry: Fields, namespace: string): ParentRef[] {
  const to = referenceIn(entry, {
    namespace,
    kind: 'Gateway',
    group: GATEWAY_GROUP,
  });
  return to
    ? [
        present<ParentRef>({
          to,
          section: nameIn(entry.sectionName),
          port: portNumber(entry.port),
        }),
      ]
    : [];
}

function parentStatus(
  entry: Fields,
  namespace: string,
  generation: number,
): RouteParentStatus[] {
  return parentRef(fieldsAt(entry, 'parentRef'), namespace).map(parent => ({
    parent,
    controller: nameIn(entry.controllerName) ?? '',
    conditions: conditionsIn(entry.conditions, generation),
  }));
}

function routeRule(rule: Fields, namespace: string): RouteRule {
  return {
    matches: fieldsIn(rule.matches).flatMap(matchOf),
    backends: fieldsIn(rule.backendRefs).flatMap(entry =>
      backendOf(entry, namespace),
    ),
    redirects: fieldsIn(rule.filters).some(
      filter => filter.type === 'RequestRedirect',
    ),
  };
}

// Matches on headers and query parameters are left out: their values are
// sometimes keys.
function matchOf(match: Fields): RouteRule['matches'] {
  const path = fieldsAt(match, 'path');
  const value = text(path.value);
  if (value) {
    return [{ type: reason(path.type) ?? 'PathPrefix', value }];
  }
  const method = fieldsAt(match, 'method');
  const called = [nameIn(method.service), nameIn(method.method)].join('/');
  return called === '/' ? [] : [{ type: 'Method', value: called }];
}

function backendOf(entry: Fields, namespace: string): RouteBackend[] {
  const to = referenceIn(entry, { namespace, kind: 'Service' });
  return to
    ? [
        present<RouteBackend>({
          to,
          port: portNumber(entry.port),
          weight: count(entry.weight) ?? 1,
        }),
      ]
    : [];
}
