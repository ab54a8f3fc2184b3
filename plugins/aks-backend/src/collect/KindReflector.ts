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
import { KindWatch, WatchStart } from './KindWatch';
import { listKind } from './listKind';
import { pause } from './pause';
import { ProjectAllOptions } from './projectAll';
import { resumeKind } from './resumeKind';
import { SessionOverError } from './SessionOverError';
import { SourceFreshness } from './SourceFreshness';
import { StreamingLists } from './StreamingLists';
import { CollectTiming } from './timing';
import { Turns } from './Turns';

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
  /** What is listed by streams. */
  streaming: StreamingLists;
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

type Start = Omit<WatchStart, 'stop'>;

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
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    try {
      const start = await this.#options.turns.take(
        async () => (await this.#resume(both)) ?? this.#list(both),
      );
      await this.#watch({ ...start, stop }, signal);
    } finally {
      stop.abort();
    }
  }

  async #resume(signal: AbortSignal): Promise<Start | undefined> {
    return this.#mustList ? undefined : resumeKind(this.#options, signal);
  }

  async #list(signal: AbortSignal): Promise<Start> {
    const { metrics, onAnswer, kind, writer } = this.#options;
    const known = await writer.source(kind);
    const start = await listKind(this.#options, signal);
    metrics.listed(kind, { first: (known?.lists ?? 0) === 0 });
    this.#mustList = false;
    await this.#freshness.succeeded();
    onAnswer();
    return start;
  }

  async #watch(start: WatchStart, signal: AbortSignal): Promise<void> {
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
      start,
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
