import { KindDescriptor } from '@backstage-aks/insight';
import { CollectInstruments } from './collectInstruments';

/** Figures of collecting one cluster. */
export class ClusterMetrics {
  readonly #instruments: CollectInstruments;
  readonly #cluster: string;

  constructor(instruments: CollectInstruments, cluster: string) {
    this.#instruments = instruments;
    this.#cluster = cluster;
  }

  /** A listing is complete. */
  listed({ kind }: KindDescriptor, options: { first: boolean }): void {
    const attributes = { cluster: this.#cluster, kind };
    this.#instruments.lists.add(1, attributes);
    if (!options.first) {
      this.#instruments.relists.add(1, attributes);
    }
  }

  /** A watch sent an event. */
  watched({ kind }: KindDescriptor, type: string): void {
    this.#instruments.events.add(1, { cluster: this.#cluster, kind, type });
  }

  /** Events were written: so many objects changed at once. */
  wrote({ kind }: KindDescriptor, objects: number): void {
    this.#instruments.batch.record(objects, { cluster: this.#cluster, kind });
  }

  /** A cluster that was new is known. */
  synced(seconds: number): void {
    this.#instruments.firstSync.record(seconds, { cluster: this.#cluster });
  }
}
