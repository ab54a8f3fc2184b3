import { KindDescriptor } from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
} from '@backstage-aks/plugin-aks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterMetrics } from '../metrics/ClusterMetrics';
import { ClusterWriter, StoredSource } from '../store/ClusterStore';
import { LeaseLostError } from '../store/LeaseLostError';
import { Backoff } from './Backoff';
import { asError } from './asError';
import { CircuitBreaker } from './CircuitBreaker';
import { describeFreshness } from './describeFreshness';
import { Discovery } from './Discovery';
import { KindScope } from './KindScope';
import { KindWatch } from './KindWatch';
import { listKind } from './listKind';
import { pause } from './pause';
import { ProjectAllOptions } from './projectAll';
import { isOlder } from './resourceVersions';
import { SessionOverError } from './SessionOverError';
import { SourceFreshness } from './SourceFreshness';
import { CollectTiming } from './timing';
import { Turns } from './Turns';
import { WatchPosition } from './WatchPosition';

/** What a reflector works with. */
export interface KindReflectorOptions {
  kind: KindDescriptor;
  /** What of it is listed and watched; at least one. */
  scopes: readonly KindScope[];
  connection: ClusterConnection;
  writer: ClusterWriter;
  /** Lets pass while the same cluster answers. */
  breaker: CircuitBreaker;
  /** Tells when a kind that is not served may be. */
  discovery: Discovery;
  /** Shared by the kinds of the cluster, so that few list at once. */
  turns: Turns;
  pageSize: number;
  projection: ProjectAllOptions;
  timing: CollectTiming;
  clock: () => number;
  logger: LoggerService;
  metrics: ClusterMetrics;
  /** Called whenever the cluster has answered or refused. */
  onAnswer: () => void;
}

// A watch that ended sooner, without an event, counts as a failure.
const SHORTEST_WATCH_MILLISECONDS = 1000;

/**
 * Keeps what is stored of one kind equal to the cluster: lists once, watches
 * from there, and lists again only when it must. Whatever fails costs only this
 * kind.
 */
export class KindReflector {
  readonly #options: KindReflectorOptions;
  readonly #freshness: SourceFreshness;
  readonly #backoff: Backoff;
  #mustList = false;

  constructor(options: KindReflectorOptions, stored: StoredSource | undefined) {
    const { kind, writer, timing, clock, logger } = options;
    this.#options = options;
    this.#freshness = new SourceFreshness({
      stored: stored?.freshness ?? { state: 'pending' },
      known: stored !== undefined && stored.lists > 0,
      grace: timing.grace,
      clock,
      write: async (freshness, failure) => {
        await writer.setKindFreshness(kind, freshness, failure);
        describeFreshness(logger, kind.plural, freshness);
      },
      note: failure => writer.noteKindFailure(kind, failure),
    });
    this.#backoff = new Backoff({
      first: timing.firstRetry,
      longest: timing.longestRetry,
    });
  }

  get kind(): KindDescriptor {
    return this.#options.kind;
  }

  get freshness(): SourceFreshness {
    return this.#freshness;
  }

  /**
   * Follows the kind until the signal ends that.
   *
   * @throws LeaseLostError or SessionOverError, which end it as well.
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const wait = await this.#failed(error);
        if (error instanceof ClusterError && error.reason === 'not-found') {
          await this.#absent(signal).catch(failure => this.#failed(failure));
        } else {
          await pause(wait, signal);
        }
      }
    }
  }

  /** Waits until the kind may be served; forgets what is proven to be gone. */
  async #absent(signal: AbortSignal): Promise<void> {
    const { discovery, kind, writer } = this.#options;
    await discovery.appears(kind, signal, async () => {
      const stored = await writer.source(kind);
      if (stored && (stored.records > 0 || stored.resourceVersion)) {
        // What an empty listing has not seen is everything.
        await (await writer.beginListing(kind)).complete('');
      }
    });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    await this.#options.breaker.pass(signal, error => this.#tell(error));
    const from = await this.#options.turns.take(
      async () => (await this.#resumable(signal)) ?? this.#list(signal),
    );
    await this.#watch(from, signal);
  }

  /** Where a watch may go on, if what is stored is not of another time. */
  async #resumable(signal: AbortSignal): Promise<WatchPosition | undefined> {
    const { connection, writer, kind, scopes } = this.#options;
    const stored = (await writer.source(kind))?.resourceVersion;
    if (this.#mustList || !stored) {
      return undefined;
    }
    // A server that was restored from a backup is older than what it once
    // told; a watch from the future would stay silent.
    const [{ path, fieldSelector }] = scopes;
    const options = { pageSize: 1, fieldSelector, signal };
    const { value: page } = await connection.list(path, options).next();
    return page && !isOlder(page.resourceVersion, stored)
      ? WatchPosition.at(stored, scopes)
      : undefined;
  }

  async #list(signal: AbortSignal): Promise<WatchPosition> {
    const { metrics, onAnswer, kind, writer } = this.#options;
    const known = await writer.source(kind);
    const position = await listKind(this.#options, signal);
    metrics.listed(kind, { first: (known?.lists ?? 0) === 0 });
    this.#mustList = false;
    await this.#freshness.succeeded();
    onAnswer();
    return position;
  }

  async #watch(from: WatchPosition, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const opened = clock();
    const watch = new KindWatch(
      {
        ...this.#options,
        onSettled: async () => {
          await this.#freshness.succeeded();
          this.#backoff.reset();
        },
        onEvent: () => this.#backoff.reset(),
      },
      from,
    );
    await watch.run(signal);
    if (watch.events === 0 && clock() - opened < SHORTEST_WATCH_MILLISECONDS) {
      await pause(this.#backoff.next(), signal);
    }
  }

  /** Notes a failure and returns how long to wait before the next try. */
  async #failed(error: unknown): Promise<number> {
    if (error instanceof LeaseLostError || error instanceof SessionOverError) {
      throw error;
    }
    const { timing, clock, logger, kind, metrics } = this.#options;
    const { reason, retryAfter } =
      error instanceof ClusterError
        ? error
        : { reason: undefined, retryAfter: undefined };
    if (reason === undefined) {
      logger.error(
        `Could not keep ${kind.plural} in the store`,
        asError(error),
      );
    }
    metrics.failed(kind, reason ?? 'store');
    // A kind that comes back is another one, even if its name is the same.
    this.#mustList ||= reason === 'gone' || reason === 'not-found';
    if (reason === 'forbidden' || reason === 'not-found') {
      this.#options.onAnswer();
    }
    const wait =
      reason === 'forbidden'
        ? timing.slowRetry * (0.5 + Math.random())
        : this.#backoff.next(retryAfter);
    await this.#tell(error, new Date(clock() + wait).toISOString());
    return wait;
  }

  async #tell(error: unknown, nextTryAt?: string): Promise<void> {
    const { logger, kind } = this.#options;
    await this.#freshness.failed(error, nextTryAt).catch(failure => {
      if (failure instanceof LeaseLostError) {
        throw failure;
      }
      logger.error(
        `Could not store that ${kind.plural} failed`,
        asError(failure),
      );
    });
  }
}
