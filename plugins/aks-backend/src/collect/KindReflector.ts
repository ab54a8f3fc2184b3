import {
  collectionPath,
  KindDescriptor,
  ProjectionOptions,
} from '@backstage-aks/insight';
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
import { EventBatches } from './EventBatches';
import { listKind } from './listKind';
import { pause } from './pause';
import { isOlder } from './resourceVersions';
import { SessionOverError } from './SessionOverError';
import { SourceFreshness } from './SourceFreshness';
import { CollectTiming } from './timing';
import { Turns } from './Turns';
import { watchSeconds } from './watchSeconds';

/** What a reflector works with. */
export interface KindReflectorOptions {
  kind: KindDescriptor;
  connection: ClusterConnection;
  writer: ClusterWriter;
  /** Lets pass while the same cluster answers. */
  breaker: CircuitBreaker;
  /** Tells when a kind that is not served may be. */
  discovery: Discovery;
  /** Shared by the kinds of the cluster, so that few list at once. */
  turns: Turns;
  pageSize: number;
  projection: ProjectionOptions;
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
  async #resumable(signal: AbortSignal): Promise<string | undefined> {
    const { connection, writer, kind } = this.#options;
    const stored = (await writer.source(kind))?.resourceVersion;
    if (this.#mustList || stored === undefined) {
      return undefined;
    }
    // A server that was restored from a backup is older than what it once
    // told; a watch from the future would stay silent.
    const path = collectionPath(kind);
    const pages = connection.list(path, { pageSize: 1, signal });
    const { value: page } = await pages.next();
    return page && !isOlder(page.resourceVersion, stored) ? stored : undefined;
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { metrics, onAnswer, kind, writer } = this.#options;
    const known = await writer.source(kind);
    const resourceVersion = await listKind(this.#options, signal);
    metrics.listed(kind, { first: (known?.lists ?? 0) === 0 });
    this.#mustList = false;
    await this.#freshness.succeeded();
    onAnswer();
    return resourceVersion;
  }

  async #watch(from: string, signal: AbortSignal): Promise<void> {
    const { connection, kind, writer, projection, timing, clock, metrics } =
      this.#options;
    const stop = new AbortController();
    const failures: unknown[] = [];
    const fail = (error: unknown) => {
      failures.push(error);
      stop.abort();
    };
    const batches = new EventBatches({
      kind,
      projection,
      gather: timing.gather,
      write: async batch => {
        await writer.apply(kind, batch);
        metrics.wrote(kind, batch.upserts.length + batch.deletions.length);
      },
      onFailure: fail,
    });
    const opened = clock();
    const events = await connection.watch(collectionPath(kind), {
      resourceVersion: from,
      timeoutSeconds: watchSeconds(),
      signal: AbortSignal.any([signal, stop.signal]),
    });
    const settled = this.#settle(batches, stop.signal).catch(fail);
    let reached = from;
    try {
      for await (const event of events) {
        metrics.watched(kind, event.type);
        if (isOlder(event.resourceVersion ?? reached, reached)) {
          throw backwards(kind);
        }
        reached = event.resourceVersion ?? reached;
        this.#backoff.reset();
        await batches.add(event);
      }
    } catch (error) {
      fail(error);
    }
    await batches.flush();
    stop.abort();
    await settled;
    if (failures.length > 0) {
      throw failures[0];
    }
    if (reached === from && clock() - opened < SHORTEST_WATCH_MILLISECONDS) {
      await pause(this.#backoff.next(), signal);
    }
  }

  /** Calls the kind current once the backlog of a resumed watch is written. */
  async #settle(batches: EventBatches, signal: AbortSignal): Promise<void> {
    await pause(this.#options.timing.settle, signal);
    if (!signal.aborted) {
      await batches.flush();
      await this.#freshness.succeeded();
      this.#backoff.reset();
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

function backwards(kind: KindDescriptor): ClusterError {
  return new ClusterError(
    'gone',
    `The cluster's ${kind.plural} went back to an older resourceVersion; the portal lists them again`,
  );
}
