import { Exposure, Hop } from '../exposure';
import { Freshness, isKnown } from '../freshness';
import { kinds } from '../kinds';
import { RecordKind } from '../record';
import { refKey, refOf } from '../RecordSet';
import { Instant } from '../rules/Instant';
import { RuleContext } from '../rules/Rule';
import { ExposureInput } from './ExposureInput';
import { ExposurePath, RouteFollower } from './ExposurePath';
import { Attachment } from './gateway/Attachment';
import { gatewayRoutes } from './gateway/gatewayRoutes';
import { HopJudge } from './HopJudge';
import { ingressRoutes } from './ingressRoutes';
import { IngressStack } from './ingressStack';
import { JudgedHop } from './JudgedHop';
import { oncePerPath } from './oncePerPath';
import { stackOfPath } from './pathStack';
import { backendPort, GATEWAY_ROUTE_KINDS, Route } from './Route';
import { exposureSentence } from './sentences';
import { ServiceMembers } from './ServiceMembers';
import { serviceRoutes } from './serviceRoutes';
import { Upstream, upstreamHop } from './upstreams';
import { unseenFields } from './unseenFields';
import { worstVerdict } from './verdicts';

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

const OPENING_KINDS: readonly RecordKind[] = [
  'Ingress',
  'Service',
  ...GATEWAY_ROUTE_KINDS.filter(kind =>
    kinds.some(known => known.kind === kind),
  ),
];

const MAY_BE_ABSENT: readonly RecordKind[] = GATEWAY_ROUTE_KINDS;

// A cluster without the Gateway API has no routes of it; that is an answer.
function isMissing(kind: RecordKind, source: Freshness): boolean {
  return (
    !isKnown(source) &&
    !(source.state === 'absent' && MAY_BE_ABSENT.includes(kind))
  );
}

/**
 * Every way in to a service on one cluster, each link of it judged.
 *
 * @public
 */
export function exposuresOf(input: ExposureInput): ExposureResult {
  const { records, roots, freshness, now } = input;
  const { isReadable = () => true, upstreams = [] } = input;
  const instant = new Instant(now);
  const context: RuleContext = {
    records,
    instant,
    knows: kind => isKnown(freshness(kind)),
  };
  const members = new ServiceMembers(roots, records);
  const follower = new RouteFollower(records, isReadable);
  const judge = new HopJudge(context, freshness);
  const stackOf = oncePerPath(path => stackOfPath(path, instant));
  const found = [
    ...records.of('Ingress').flatMap(ingressRoutes),
    ...GATEWAY_ROUTE_KINDS.flatMap(kind => records.of(kind)).flatMap(route =>
      gatewayRoutes(route, records, isReadable),
    ),
    ...records.of('Service').flatMap(serviceRoutes),
  ]
    .filter(route => members.has(route))
    .map(route => {
      const path = follower.follow(route);
      return exposureOf(
        path,
        judge.judge(path),
        stackOf(path.shared),
        upstreams,
        context.knows,
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
    })).filter(({ kind, freshness: source }) => isMissing(kind, source)),
  };
}

function exposureOf(
  path: ExposurePath,
  judged: JudgedHop[],
  stack: IngressStack | undefined,
  upstreams: readonly Upstream[],
  knows: RuleContext['knows'],
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
      : route.attachment?.gateway?.className;
  const unseen = unseenFields(path, knows);
  return {
    id: idOf(route),
    host,
    paths,
    tls,
    route: refOf(record),
    ...(className && { className }),
    ...(stack && { stack }),
    addresses,
    ...(unseen && { unseen }),
    ...(record.createdAt && { createdAt: record.createdAt }),
    verdict,
    sentence: exposureSentence(route, verdict, hops, decisive),
    ...(decisive && { brokenAt: decisive.hop.kind }),
    hops: [...upstreamHop(upstreams, route), ...hops],
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
  return first && explanationOf(first, alike);
}

// A load balancer's probe fails for want of endpoints, and these are missing for
// want of ready pods. Explanations lead inwards, so they come to an end.
function explanationOf(
  judged: JudgedHop,
  among: readonly JudgedHop[],
): JudgedHop {
  const further = among
    .slice(among.indexOf(judged) + 1)
    .find(({ hop }) => hop.kind === judged.explainedBy);
  return further ? explanationOf(further, among) : judged;
}

function idOf({ record, host, backend, paths, attachment }: Route): string {
  const byDefault = record.kind === 'Ingress' && paths.length === 0;
  return [
    record.kind,
    record.namespace,
    record.name,
    host,
    ...(backend.namespace === record.namespace ? [] : [backend.namespace]),
    backend.service,
    backendPort(backend) ?? '',
    ...(byDefault ? ['default'] : []),
    ...(attachment ? [refKey(attachment.parent.to), placeIn(attachment)] : []),
  ].join('/');
}

function placeIn({ listener, parent }: Attachment): string {
  return listener?.name ?? parent.section ?? parent.port?.toString() ?? '';
}

// By code point: the order must not depend on the machine's locale.
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
