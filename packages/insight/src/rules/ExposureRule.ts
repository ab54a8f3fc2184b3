import { HopKind } from '../exposure';
import { ExposurePath } from '../exposures/ExposurePath';
import { RouteKind } from '../exposures/Route';
import { Rule } from './Rule';

/** A rule about one hop of a path. */
export interface ExposureRule extends Rule<ExposurePath> {
  hop: HopKind;
  /** The kind of route that it is about, or several; absent, any. */
  routeKind?: RouteKind | readonly RouteKind[];
  /**
   * The hop at which to look for the reason, when that one is at fault as well:
   * without ready pods there are no endpoints.
   */
  explainedBy?: HopKind;
}

/** Whether a rule has to be asked about routes of a kind. */
export function isAbout({ routeKind }: ExposureRule, kind: RouteKind): boolean {
  return typeof routeKind === 'object'
    ? routeKind.includes(kind)
    : routeKind === undefined || routeKind === kind;
}
