import { CollectMetrics } from './CollectMetrics';
import { Meter } from './Meter';
import { ServeMetrics } from './ServeMetrics';
import { StoreMetrics } from './StoreMetrics';

/** What the portal measures of itself; `docs/operating.md` names every figure. */
export class Metrics {
  readonly collect: CollectMetrics;
  readonly store: StoreMetrics;
  readonly serve: ServeMetrics;

  constructor(meter: Meter) {
    this.collect = new CollectMetrics(meter);
    this.store = new StoreMetrics(meter);
    this.serve = new ServeMetrics(meter);
  }
}
