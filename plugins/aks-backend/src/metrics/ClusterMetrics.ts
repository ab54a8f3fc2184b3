import { KindDescriptor } from '@backstage-aks/insight';
import { CollectInstruments } from './collectInstruments';

/** Figures of collecting one cluster. */
export class ClusterMetrics {
  readonly #instruments: CollectInstruments;
  readonly #waiting: () => number;
  readonly cluster: string;
  #isAway = false;

  constructor(
    instruments: CollectInstruments,
    cluster: string,
    waiting: () => number,
  ) {
    this.#instruments = instruments;
    this.#waiting = waiting;
    this.cluster = cluster;
  }

  /** Whether the cluster does not answer, as far as is known. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** How many requests wait for the cluster's budget. */
  get waiting(): number {
    return this.#waiting();
  }

  away(isAway: boolean): void {
    this.#isAway = isAway;
  }

  /** A request was answered, or was not. */
  requested(request: { verb: string; kind?: string; outcome: string }): void {
    this.#instruments.requests.add(1, { cluster: this.cluster, ...request });
  }

  /** Reading a kind failed. */
  failed({ kind }: KindDescriptor, reason: string): void {
    this.#instruments.failures.add(1, { cluster: this.cluster, kind, reason });
  }

  /** A listing is complete. */
  listed({ kind }: KindDescriptor, options: { first: boolean }): void {
    const attributes = { cluster: this.cluster, kind };
    this.#instruments.lists.add(1, attributes);
    if (!options.first) {
      this.#instruments.relists.add(1, attributes);
    }
  }

  /** A watch sent an event. */
  watched({ kind }: KindDescriptor, type: string): void {
    this.#instruments.events.add(1, { cluster: this.cluster, kind, type });
  }

  /** Events were written: so many objects changed at once. */
  wrote({ kind }: KindDescriptor, objects: number): void {
    this.#instruments.batch.record(objects, { cluster: this.cluster, kind });
  }

  /** A cluster that was new is known. */
  synced(seconds: number): void {
    this.#instruments.firstSync.record(seconds, { cluster: this.cluster });
  }
}
