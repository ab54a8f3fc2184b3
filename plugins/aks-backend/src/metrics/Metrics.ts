import { CollectMetrics } from './CollectMetrics';
import { Meter } from './Meter';

/** What the portal measures of itself; `docs/operating.md` names every figure. */
export class Metrics {
  readonly collect: CollectMetrics;

  constructor(meter: Meter) {
    this.collect = new CollectMetrics(meter);
  }
}
