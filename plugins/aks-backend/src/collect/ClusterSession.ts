import { KindDescriptor, ProjectionOptions } from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
} from '@backstage-aks/plugin-aks-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterMetrics } from '../metrics/ClusterMetrics';
import { ClusterWriter } from '../store/ClusterStore';
import { Backoff } from './Backoff';
import { CircuitBreaker } from './CircuitBreaker';
import { Discovery } from './Discovery';
import { FirstSync } from './FirstSync';
import { IdentityCheck } from './IdentityCheck';
import { KindReflector } from './KindReflector';
import { NamespaceLimits } from './NamespaceLimits';
import { noteNextTry } from './noteNextTry';
import { readServedKinds } from './readServedKinds';
import { readUid } from './readIdentity';
import { runTogether } from './runTogether';
import { SignInFailedError } from './SessionOverError';
import { SourceFreshness } from './SourceFreshness';
import { StreamingLists } from './StreamingLists';
import { CollectTiming } from './timing';
import { Turns } from './Turns';

/** What a session works with. */
export interface ClusterSessionOptions {
  connection: ClusterConnection;
  writer: ClusterWriter;
  /** Of the cluster as a whole. */
  freshness: SourceFreshness;
  kinds: readonly KindDescriptor[];
  namespaces: NamespaceLimits;
  /** Whether kinds are listed by streams where that is served. */
  streamLists: boolean;
  pageSize: number;
  projection: ProjectionOptions;
  timing: CollectTiming;
  clock: () => number;
  logger: LoggerService;
  metrics: ClusterMetrics;
}

// A new connection may help, as it reads certificates and credentials again.
const SIGN_IN_REASONS: ReadonlySet<string> = new Set([
  'tls',
  'credential',
  'unauthorized',
]);

/**
 * How many kinds of a cluster are listed at once: enough to hide the way there
 * and back, few enough for an API server that others use as well.
 */
export const LISTS_AT_ONCE = 6;

/** Follows every kind of one identified cluster over one connection. */
export class ClusterSession {
  readonly #options: ClusterSessionOptions;
  readonly #reflectors: KindReflector[] = [];

  constructor(options: ClusterSessionOptions) {
    this.#options = options;
  }

  /** Kinds of which the store is current at this moment. */
  get currentKinds(): string[] {
    return this.#reflectors
      .filter(({ freshness }) => freshness.current)
      .map(({ kind }) => kind.kind);
  }

  /** Tells of failures that did not pass. */
  async review(): Promise<void> {
    for (const { freshness } of this.#reflectors) {
      await freshness.review();
    }
  }

  /**
   * Runs until the signal ends it.
   *
   * @throws LeaseLostError or SessionOverError, which end it as well.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { connection, writer, kinds, namespaces } = this.#options;
    const { timing, metrics } = this.#options;
    const breaker = this.#breaker(signal);
    const discovery = new Discovery({
      read: async (asked, ended) => {
        if (breaker.open) {
          await breaker.pass(ended);
        }
        return readServedKinds(connection, asked, ended);
      },
      interval: timing.slowRetry,
    });
    const turns = new Turns(LISTS_AT_ONCE);
    const streaming = new StreamingLists(this.#options.streamLists);
    const names = kinds.map(({ kind }) => kind);
    const sync = new FirstSync(names, seconds => metrics.synced(seconds));
    await writer.retainKinds(names);
    for (const kind of kinds) {
      const stored = await writer.source(kind);
      if (stored && stored.lists > 0) {
        sync.cancel();
      }
      if (!stored) {
        // Told at once, so that a first listing under way can be seen.
        await writer.setKindFreshness(kind, { state: 'pending' });
      }
      const reflector = new KindReflector(
        {
          ...this.#options,
          projection: {
            ...this.#options.projection,
            keeps: record => namespaces.keeps(record),
          },
          kind,
          scopes: namespaces.scopesOf(kind),
          discovery,
          turns,
          streaming,
          breaker,
          onAnswer: () => sync.answered(kind.kind),
        },
        stored,
      );
      this.#reflectors.push(reflector);
    }
    try {
      await runTogether(
        signal,
        this.#reflectors.map(reflector => ended => reflector.run(ended)),
      );
    } catch (error) {
      if (error instanceof SignInFailedError) {
        for (const { freshness } of this.#reflectors) {
          await freshness.failed(error.cause);
        }
      }
      throw error;
    }
  }

  #breaker(signal: AbortSignal): CircuitBreaker {
    const { writer, timing, metrics } = this.#options;
    const identity = this.#identityCheck(signal);
    return new CircuitBreaker({
      ask: () => identity.confirm(),
      backoff: new Backoff({
        first: timing.firstRetry,
        longest: timing.longestProbe,
      }),
      onWait: wait => noteNextTry(writer, this.#options, wait),
      onChange: open => metrics.away(open),
    });
  }

  #identityCheck(signal: AbortSignal): IdentityCheck {
    const { connection, writer, freshness } = this.#options;
    return new IdentityCheck({
      cluster: writer.cluster.name,
      uid: writer.cluster.id,
      readUid: async () => {
        try {
          const uid = await readUid(connection, signal);
          await freshness.succeeded();
          return uid;
        } catch (error) {
          signal.throwIfAborted();
          await freshness.failed(error);
          throw error instanceof ClusterError &&
            SIGN_IN_REASONS.has(error.reason)
            ? new SignInFailedError(error.message, { cause: error })
            : error;
        }
      },
    });
  }
}
