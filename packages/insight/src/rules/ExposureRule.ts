import { HopKind } from '../exposure';
import { ExposurePath } from '../exposures/ExposurePath';
import { Rule } from './Rule';

/** A rule about one hop of a path. */
export interface ExposureRule extends Rule<ExposurePath> {
  hop: HopKind;
  /** The kind of route that it is about; absent, any. */
  routeKind?: ExposurePath['route']['record']['kind'];
  /**
   * The hop at which to look for the reason, when that one is at fault as well:
   * without ready pods there are no endpoints.
   */
  explainedBy?: HopKind;
}
