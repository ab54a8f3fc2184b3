import { ClusterMetrics } from './ClusterMetrics';
import { CollectInstruments, collectInstruments } from './collectInstruments';
import { Meter } from './Meter';

/** Figures of collecting, `aks.collect.*`. */
export class CollectMetrics {
  readonly #instruments: CollectInstruments;

  constructor(meter: Meter) {
    this.#instruments = collectInstruments(meter);
  }

  /** Those of one cluster. */
  of(cluster: string): ClusterMetrics {
    return new ClusterMetrics(this.#instruments, cluster);
  }
}
