import { KindDescriptor } from '@backstage-aks/insight';
import { ClusterError } from '@backstage-aks/plugin-aks-node';
import { pause } from './pause';
import { Serves } from './readServedKinds';

// Failures after which discovery will not tell more than a listing does.
const MUTE_REASONS: ReadonlySet<string> = new Set([
  'forbidden',
  'not-found',
  'malformed',
  'server',
]);

type Read = (
  asked: Iterable<KindDescriptor>,
  signal: AbortSignal,
) => Promise<Serves>;

/**
 * Asks, for all kinds of a cluster together, which of them it serves: while
 * anybody waits for a kind it costs one look an interval, however many kinds
 * are absent.
 */
export class Discovery {
  readonly #read: Read;
  readonly #interval: number;
  readonly #awaited = new Set<KindDescriptor>();
  #round: Promise<Serves | 'mute' | 'away'> | undefined;

  constructor(options: {
    read: Read;
    /** Between two looks, in milliseconds. */
    interval: number;
  }) {
    this.#read = options.read;
    this.#interval = options.interval;
  }

  /**
   * Resolves at the next look that does not deny the kind: the cluster says
   * that it serves it, or tells nobody what it serves.
   *
   * @param onLacking - Called each time the cluster says that it does not.
   */
  async appears(
    kind: KindDescriptor,
    signal: AbortSignal,
    onLacking: () => Promise<void>,
  ): Promise<void> {
    this.#awaited.add(kind);
    try {
      while (!signal.aborted) {
        this.#round ??= this.#look(signal).finally(() => {
          this.#round = undefined;
        });
        const seen = await this.#round;
        if (seen === 'mute' || (seen !== 'away' && seen(kind))) {
          return;
        }
        if (seen !== 'away' && !signal.aborted) {
          await onLacking();
        }
      }
    } finally {
      this.#awaited.delete(kind);
    }
  }

  async #look(signal: AbortSignal): Promise<Serves | 'mute' | 'away'> {
    await pause(this.#interval * (0.5 + Math.random()), signal);
    try {
      return await this.#read([...this.#awaited], signal);
    } catch (error) {
      if (error instanceof ClusterError) {
        return MUTE_REASONS.has(error.reason) ? 'mute' : 'away';
      }
      throw error;
    }
  }
}
