import { KindDescriptor, ProjectionOptions } from '@backstage-aks/insight';
import { ClusterConnection } from '@backstage-aks/plugin-aks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterMetrics } from '../metrics/ClusterMetrics';
import {
  ClusterDeclaration,
  ClusterStore,
  ClusterWriter,
} from '../store/ClusterStore';
import { LeaseLostError } from '../store/LeaseLostError';
import { asError } from './asError';
import { Backoff } from './Backoff';
import { isAway } from './CircuitBreaker';
import { ClusterSession } from './ClusterSession';
import { describeFreshness } from './describeFreshness';
import { NamespaceLimits } from './NamespaceLimits';
import { noteNextTry } from './noteNextTry';
import { pause } from './pause';
import { readIdentity } from './readIdentity';
import { runTogether } from './runTogether';
import { SessionOverError } from './SessionOverError';
import { SourceFreshness } from './SourceFreshness';
import { CollectTiming } from './timing';

/** What a collector works with. */
export interface ClusterCollectorOptions {
  declaration: ClusterDeclaration;
  /** Makes a connection, from credentials as they are now. */
  connect: () => Promise<ClusterConnection>;
  store: ClusterStore;
  kinds: readonly KindDescriptor[];
  namespaces: NamespaceLimits;
  streamLists: boolean;
  pageSize: number;
  projection: ProjectionOptions;
  timing: CollectTiming;
  clock: () => number;
  logger: LoggerService;
  metrics: ClusterMetrics;
}

/**
 * Collects one cluster while it holds the cluster's lease, and waits for the
 * lease while another replica does.
 */
export class ClusterCollector {
  readonly #options: ClusterCollectorOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: ClusterCollectorOptions) {
    this.#options = options;
  }

  /**
   * Begins, and resolves once the store knows the cluster, even if the cluster
   * never answers.
   */
  async start(): Promise<void> {
    const writer = await this.#options.store.openCluster(
      this.#options.declaration,
    );
    this.#running = this.#run(writer);
  }

  /** Ends, once what is being written is written. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(first: ClusterWriter | undefined): Promise<void> {
    const { store, declaration, timing, logger } = this.#options;
    const { signal } = this.#stop;
    let writer = first;
    while (!signal.aborted) {
      try {
        writer ??= await store.openCluster(declaration);
        if (writer) {
          await this.#hold(writer, signal);
        }
      } catch (error) {
        if (error instanceof LeaseLostError) {
          logger.info(error.message);
        } else {
          logger.error('Collecting failed and begins again', asError(error));
        }
      }
      await this.#release(writer);
      writer = undefined;
      await pause(timing.leaseRetry, signal);
    }
  }

  async #release(writer: ClusterWriter | undefined): Promise<void> {
    try {
      await writer?.release();
    } catch (error) {
      this.#options.logger.warn(
        'Could not give the lease back; it ends by itself',
        asError(error),
      );
    }
  }

  async #hold(writer: ClusterWriter, signal: AbortSignal): Promise<void> {
    const holding: Holding = {
      writer,
      freshness: this.#clusterFreshness(writer),
    };
    await runTogether(signal, [
      ended => this.#keepLease(holding, ended),
      ended => this.#collect(holding, ended),
    ]);
  }

  async #keepLease(holding: Holding, signal: AbortSignal): Promise<void> {
    const { timing, logger } = this.#options;
    await pause(timing.heartbeat, signal);
    while (!signal.aborted) {
      try {
        await holding.writer.renew({
          answering: holding.freshness.current,
          kinds: holding.session?.currentKinds ?? [],
        });
        await holding.freshness.review();
        await holding.session?.review();
      } catch (error) {
        if (error instanceof LeaseLostError) {
          throw error;
        }
        logger.warn('Could not renew the lease', asError(error));
      }
      await pause(timing.heartbeat, signal);
    }
  }

  async #collect(holding: Holding, signal: AbortSignal): Promise<void> {
    const { timing, logger, metrics } = this.#options;
    const backoff = new Backoff({
      first: timing.firstRetry,
      longest: timing.longestRetry,
    });
    while (!signal.aborted) {
      try {
        await this.#session(holding, signal, () => backoff.reset());
      } catch (error) {
        if (error instanceof LeaseLostError) {
          throw error;
        }
        if (signal.aborted) {
          return;
        }
        if (error instanceof SessionOverError) {
          logger.warn(error.message);
        } else {
          metrics.away(isAway(error));
          await holding.freshness.failed(error);
        }
        const wait = backoff.next();
        await noteNextTry(holding.writer, this.#options, wait);
        await pause(wait, signal);
      }
    }
  }

  async #session(
    holding: Holding,
    signal: AbortSignal,
    onConnected: () => void,
  ): Promise<void> {
    const { writer } = holding;
    const connection = await this.#options.connect();
    try {
      await this.#identify(holding, connection, signal);
      onConnected();
      holding.session = new ClusterSession({
        ...this.#options,
        connection,
        writer,
        freshness: holding.freshness,
      });
      await holding.session.run(signal);
    } finally {
      holding.session = undefined;
      await connection.close();
    }
  }

  async #identify(
    holding: Holding,
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { writer } = holding;
    const before = writer.cluster.id;
    await writer.identify(await readIdentity(connection, signal));
    if (writer.cluster.id !== before) {
      holding.freshness = this.#clusterFreshness(writer);
      await this.#options.store.purgeForgotten(signal);
    }
    this.#options.metrics.away(false);
    await holding.freshness.succeeded();
  }

  #clusterFreshness(writer: ClusterWriter): SourceFreshness {
    const { timing, clock, logger } = this.#options;
    const { freshness: stored } = writer.cluster;
    return new SourceFreshness({
      stored,
      known: stored.state === 'live' || stored.state === 'stale',
      grace: timing.grace,
      clock,
      write: async freshness => {
        await writer.setClusterFreshness(freshness);
        describeFreshness(logger, 'cluster', freshness);
      },
      note: async () => {},
    });
  }
}

/** A lease in hand and what is done with it. */
interface Holding {
  readonly writer: ClusterWriter;
  freshness: SourceFreshness;
  session?: ClusterSession;
}
