import {
  ClusterError,
  ClusterErrorReason,
} from '@backstage-aks/plugin-aks-node';
import { Backoff } from './Backoff';
import { pause } from './pause';

// Failures to answer who it is, after which the cluster answers nothing else.
// That it forbids or does not know something is an answer.
const AWAY_REASONS: ReadonlySet<ClusterErrorReason> =
  new Set<ClusterErrorReason>([
    'refused',
    'unresolved',
    'lost',
    'timeout',
    'throttled',
    'server',
    'malformed',
  ]);

/** Whether a failure means that the cluster as a whole does not answer. */
export function isAway(error: unknown): error is ClusterError {
  return error instanceof ClusterError && AWAY_REASONS.has(error.reason);
}

/** What the breaker works with. */
export interface CircuitBreakerOptions {
  /** Asks the cluster who it is; the cheapest question that needs all of it. */
  ask: () => Promise<void>;
  /** Between two questions while it does not answer. */
  backoff: Backoff;
  /** Called before each wait, with its milliseconds. */
  onWait: (milliseconds: number) => Promise<void>;
  onChange: (open: boolean) => void;
}

/**
 * Stands between the reflectors of a cluster and a cluster that is away: while
 * it does not answer one question is asked again and again for all of them, and
 * they wait. They go on together as soon as it is answered.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #outage: ClusterError | undefined;
  #probe: Promise<void> | undefined;
  #asking = false;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  /** Whether the cluster is away as far as is known. */
  get open(): boolean {
    return this.#outage !== undefined;
  }

  /**
   * Resolves once the cluster answers, and has been asked after this call.
   *
   * @param onAway - Called when the caller has to wait, and again when the
   * cluster is away for another reason than before.
   * @throws Whatever a question fails with that is an answer.
   */
  async pass(
    signal: AbortSignal,
    onAway: (error: ClusterError) => Promise<void> = async () => {},
  ): Promise<void> {
    let told: string | undefined;
    for (;;) {
      signal.throwIfAborted();
      try {
        await this.#attempt(signal);
        return;
      } catch (error) {
        if (!isAway(error)) {
          throw error;
        }
        if (error.reason !== told) {
          told = error.reason;
          await onAway(error);
        }
      }
    }
  }

  async #attempt(signal: AbortSignal): Promise<void> {
    if (!this.#outage) {
      await this.#ask();
      return;
    }
    if (this.#asking && this.#probe) {
      // Its answer may be older than the end of the caller's connection.
      await this.#probe.catch(() => undefined);
      await this.#attempt(signal);
      return;
    }
    this.#probe ??= this.#askLater(this.#outage, signal).finally(() => {
      this.#probe = undefined;
      this.#asking = false;
    });
    await this.#probe;
  }

  async #askLater(outage: ClusterError, signal: AbortSignal): Promise<void> {
    const { backoff, onWait } = this.#options;
    const wait = backoff.next(outage.retryAfter);
    await onWait(wait);
    await pause(wait, signal);
    signal.throwIfAborted();
    this.#asking = true;
    await this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      await this.#options.ask();
    } catch (error) {
      if (isAway(error)) {
        this.#set(error);
        throw error;
      }
      // It answered, if not what was asked for.
      this.#set(undefined);
      throw error;
    }
    this.#set(undefined);
  }

  #set(outage: ClusterError | undefined): void {
    const changed = this.open !== (outage !== undefined);
    this.#outage = outage;
    if (changed) {
      this.#options.onChange(this.open);
    }
    if (!outage) {
      this.#options.backoff.reset();
    }
  }
}
