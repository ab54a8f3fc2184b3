import { Exposure, Hop } from '../exposure';
import { Freshness, isKnown } from '../freshness';
import { RecordKind } from '../record';
import { ObjectRef } from '../records/base';
import { RecordSet, refOf } from '../RecordSet';
import { Instant } from '../rules/Instant';
import { RuleContext } from '../rules/Rule';
import { ExposurePath, RouteFollower } from './ExposurePath';
import { ingressRoutes } from './ingressRoutes';
import { IngressStack } from './ingressStack';
import { JudgedHop, judgeHops } from './judgeHops';
import { loadBalancerRoutes } from './loadBalancerRoutes';
import { stackOfPath } from './pathStack';
import { backendPort, Route } from './Route';
import { exposureSentence } from './sentences';
import { ServiceMembers } from './ServiceMembers';
import { worstVerdict } from './verdicts';

/**
 * What exposures are computed from.
 *
 * @public
 */
export interface ExposureInput {
  /**
   * The records of one cluster that the service touches: its roots with their
   * ReplicaSets and pods; the Services that select pods of the roots, and those
   * called like a root; the Ingresses that route to any of these names; every
   * IngressClass; and of each Service named by these Ingresses its
   * EndpointSlices and the pods and ReplicaSets that its selector matches. More
   * does no harm.
   */
  records: RecordSet;
  /**
   * What makes up the service: its workloads, and Services and Ingresses that
   * carry its label. A Service among them belongs whatever it selects; an
   * Ingress among them contributes its routes to Services that are missing or
   * select nothing.
   */
  roots: readonly ObjectRef[];
  /** How current each kind is on this cluster. */
  freshness: (kind: RecordKind) => Freshness;
  now: Date;
}

/**
 * How a service is reached on one cluster.
 *
 * @public
 */
export interface ExposureResult {
  /** Ordered by host, then by the route's name. */
  exposures: Exposure[];
  /** ISO 8601; when time alone would change a verdict. */
  validUntil?: string;
  /**
   * Kinds without which ways in cannot be found. Where one stands here, there
   * may be exposures that are not shown.
   */
  unread: { kind: RecordKind; freshness: Freshness }[];
}

const OPENING_KINDS: readonly RecordKind[] = ['Ingress', 'Service'];

/**
 * Every way in to a service on one cluster, each link of it judged.
 *
 * @public
 */
export function exposuresOf(input: ExposureInput): ExposureResult {
  const { records, roots, freshness, now } = input;
  const instant = new Instant(now);
  const context: RuleContext = {
    records,
    instant,
    knows: kind => isKnown(freshness(kind)),
  };
  const members = new ServiceMembers(roots, records);
  const follower = new RouteFollower(records);
  const found = [
    ...records.of('Ingress').flatMap(ingressRoutes),
    ...records.of('Service').flatMap(loadBalancerRoutes),
  ]
    .filter(route => members.has(route))
    .map(route => {
      const path = follower.follow(route);
      return exposureOf(
        path,
        judgeHops(path, context, freshness),
        stackOfPath(path, instant),
      );
    })
    .sort((a, b) => compare(a.host, b.host) || compare(a.id, b.id));
  const { nextChange } = instant;
  return {
    exposures: found,
    ...(nextChange && { validUntil: nextChange.toISOString() }),
    unread: OPENING_KINDS.map(kind => ({
      kind,
      freshness: freshness(kind),
    })).filter(source => !isKnown(source.freshness)),
  };
}

function exposureOf(
  path: ExposurePath,
  judged: JudgedHop[],
  stack: IngressStack | undefined,
): Exposure {
  const { route } = path;
  const { record, host, paths, tls, addresses } = route;
  const hops = judged.map(({ hop }) => hop);
  const verdict = worstVerdict(
    hops.filter(hop => hop.judged).map(hop => hop.verdict),
  );
  const decisive = decisiveHop(judged, verdict);
  const className =
    record.kind === 'Ingress'
      ? record.className ?? record.legacyClass ?? path.ingressClass?.name
      : undefined;
  return {
    id: idOf(route),
    host,
    paths,
    tls,
    route: refOf(record),
    ...(className && { className }),
    ...(stack && { stack }),
    addresses,
    ...(record.createdAt && { createdAt: record.createdAt }),
    verdict,
    sentence: exposureSentence(route, verdict, hops, decisive),
    ...(decisive && { brokenAt: decisive.hop.kind }),
    hops,
  };
}

/** The hop that gave the verdict, or the one that explains it. */
function decisiveHop(
  judged: readonly JudgedHop[],
  verdict: Hop['verdict'],
): JudgedHop | undefined {
  if (verdict === 'ok') {
    return undefined;
  }
  const alike = judged.filter(
    ({ hop }) => hop.judged && hop.verdict === verdict,
  );
  // A doubt is told rather than a warning that says the pods are reached.
  const first = alike.find(({ doubt }) => doubt) ?? alike[0];
  return alike.find(({ hop }) => hop.kind === first?.explainedBy) ?? first;
}

function idOf({ record, host, backend, paths }: Route): string {
  return [
    record.kind,
    record.namespace,
    record.name,
    host,
    backend.service,
    backendPort(backend) ?? '',
    ...(paths.length > 0 || record.kind === 'Service' ? [] : ['default']),
  ].join('/');
}

// By code point: the order must not depend on the machine's locale.
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
