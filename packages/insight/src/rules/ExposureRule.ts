import { JudgeableHop, SharedHop } from '../exposures/hopDescriptions';
import { ExposurePath, SharedPath } from '../exposures/ExposurePath';
import { RouteKind } from '../exposures/Route';
import { Rule } from './Rule';

/** Where a rule is asked, and about what. */
interface Place<Hop extends JudgeableHop> {
  hop: Hop;
  /** The kind of route that it is about, or several; absent, any. */
  routeKind?: RouteKind | readonly RouteKind[];
  /**
   * The hop at which to look for the reason, when that one is at fault as well:
   * without ready pods there are no endpoints.
   */
  explainedBy?: JudgeableHop;
  /**
   * Rules that say more exactly what this one says. Where a fault of one of them
   * weighs as much, this rule's is not told.
   */
  yieldsTo?: readonly string[];
}

/** A rule about the hop at which host names and paths are told apart. */
export interface RouteRule extends Rule<ExposurePath>, Place<'route'> {
  ofHost?: undefined;
}

/** A rule about another hop, for which the host name makes a difference. */
export interface HostRule extends Rule<ExposurePath>, Place<SharedHop> {
  ofHost: true;
}

/** A rule about a hop as it is for every host name that leads through it. */
export interface SharedRule extends Rule<SharedPath>, Place<SharedHop> {
  ofHost?: undefined;
}

/** A rule about one hop of a path. */
export type ExposureRule = RouteRule | HostRule | SharedRule;

/** Whether a rule has to be asked about routes of a kind. */
export function isAbout(
  { routeKind }: Pick<ExposureRule, 'routeKind'>,
  kind: RouteKind,
): boolean {
  return typeof routeKind === 'object'
    ? routeKind.includes(kind)
    : routeKind === undefined || routeKind === kind;
}
