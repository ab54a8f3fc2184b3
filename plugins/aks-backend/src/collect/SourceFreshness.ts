import { Freshness, UnreadReason, unreadReasons } from '@backstage-aks/insight';
import {
  ClusterError,
  ClusterErrorReason,
} from '@backstage-aks/plugin-aks-node';
import { isDeepStrictEqual } from 'node:util';
import { ClusterConflictError } from '../store/ClusterConflictError';
import { ReadFailure } from '../store/ClusterStore';

// Failures after which a source cannot be back in a moment.
const PLAIN_REASONS: ReadonlySet<string> = new Set([
  'refused',
  'unresolved',
  'tls',
  'credential',
  'unauthorized',
  'forbidden',
  'not-found',
  'duplicate',
]);

/** How the freshness of one source is kept. */
export interface SourceFreshnessOptions {
  /** What is stored of it when the collector starts. */
  stored: Freshness;
  /** Whether anything was ever read from it. */
  known: boolean;
  /** How long a failure that may pass by itself is not told, in milliseconds. */
  grace: number;
  clock: () => number;
  write: (freshness: Freshness, failure?: ReadFailure) => Promise<void>;
  /** Keeps a failure that does not change the freshness. */
  note: (failure: ReadFailure) => Promise<void>;
}

/**
 * Decides how fresh a source is from its successes and failures, and writes
 * what changes.
 */
export class SourceFreshness {
  readonly #options: SourceFreshnessOptions;
  #written: Freshness;
  #known: boolean;
  #failure: { at: number; freshness: Freshness } | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: SourceFreshnessOptions) {
    this.#options = options;
    this.#written = options.stored;
    this.#known = options.known;
  }

  /** Whether the source is current at this moment. */
  get current(): boolean {
    return this.#written.state === 'live' && this.#failure === undefined;
  }

  /** The source answered and nothing is missing. */
  succeeded(): Promise<void> {
    return this.#inTurn(async () => {
      this.#failure = undefined;
      this.#known = true;
      if (this.#written.state !== 'live') {
        await this.#write({ state: 'live' });
      }
    });
  }

  /** @param nextTryAt - ISO 8601; when that is tried again, if it is known. */
  failed(error: unknown, nextTryAt?: string): Promise<void> {
    return this.#inTurn(() => this.#fail(error, nextTryAt));
  }

  /** Tells of a failure that did not pass. */
  review(): Promise<void> {
    return this.#inTurn(() => this.#review());
  }

  // What is told depends on what was written before: a success that overtook a
  // write of "stale" would leave the source stale for as long as all goes well.
  #inTurn(tell: () => Promise<void>): Promise<void> {
    const told = this.#turn.then(tell);
    this.#turn = told.catch(() => {});
    return told;
  }

  async #fail(error: unknown, nextTryAt?: string): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const reason = reasonOf(error);
    const at = this.#failure?.at ?? this.#options.clock();
    const freshness = this.#after(reason, at, message);
    this.#failure = { at, freshness };
    const telling = this.#written.state !== 'live' || PLAIN_REASONS.has(reason);
    if (telling && !isDeepStrictEqual(freshness, this.#written)) {
      await this.#write(freshness, { message, nextTryAt });
    } else {
      await this.#options.note({ message, nextTryAt });
    }
  }

  async #review(): Promise<void> {
    const { clock, grace } = this.#options;
    if (!this.#failure || this.#written.state !== 'live') {
      return;
    }
    // A clock that was set back cannot say how long ago it was.
    const passed = clock() - this.#failure.at;
    if (passed >= grace || passed < 0) {
      await this.#write(this.#failure.freshness);
    }
  }

  async #write(freshness: Freshness, failure?: ReadFailure): Promise<void> {
    await this.#options.write(freshness, failure);
    this.#written = freshness;
  }

  #after(reason: string, at: number, message: string): Freshness {
    const written = this.#written;
    const state = this.#failedState(reason);
    // A state that goes on keeps the moment at which it began.
    const since =
      written.state === state && written.since
        ? written.since
        : new Date(at).toISOString();
    // Others have a state of their own.
    const known = unreadReasons.find(entry => entry === reason);
    const why =
      state === 'stale' || state === 'unreachable' ? known : undefined;
    return { state, since, ...(why && { reason: why }), message };
  }

  #failedState(reason: string): Freshness['state'] {
    switch (reason) {
      case 'forbidden':
        return 'forbidden';
      case 'not-found':
        return 'absent';
      default:
        return this.#known ? 'stale' : 'unreachable';
    }
  }
}

/** What is not the cluster's fault is the portal's own. */
function reasonOf(error: unknown): ClusterErrorReason | UnreadReason {
  if (error instanceof ClusterConflictError) {
    return 'duplicate';
  }
  return error instanceof ClusterError ? error.reason : 'store';
}
