import { ClusterMetrics } from './ClusterMetrics';
import { CollectInstruments, collectInstruments } from './collectInstruments';
import { Meter } from './Meter';

/** Figures of collecting, `aks.collect.*`. */
export class CollectMetrics {
  readonly #instruments: CollectInstruments;
  readonly #clusters: ClusterMetrics[] = [];

  constructor(meter: Meter) {
    this.#instruments = collectInstruments(meter);
    this.#instruments.breakerOpen.addCallback(result => {
      for (const { cluster, isAway } of this.#clusters) {
        result.observe(isAway ? 1 : 0, { cluster });
      }
    });
    this.#instruments.budgetWaiting.addCallback(result => {
      for (const { cluster, waiting } of this.#clusters) {
        result.observe(waiting, { cluster });
      }
    });
  }

  /**
   * Those of one cluster.
   *
   * @param waiting - How many requests wait for its budget.
   */
  of(cluster: string, waiting: () => number): ClusterMetrics {
    const metrics = new ClusterMetrics(this.#instruments, cluster, waiting);
    this.#clusters.push(metrics);
    return metrics;
  }
}
