import { Freshness, UnreadReason } from '@backstage-aks/insight';
import { ClusterError } from '@backstage-aks/plugin-aks-node';
import { isDeepStrictEqual } from 'node:util';

// Failures after which a source cannot be back in a moment.
const PLAIN_REASONS: ReadonlySet<string> = new Set([
  'refused',
  'unresolved',
  'tls',
  'credential',
  'unauthorized',
  'forbidden',
  'not-found',
]);

// Others are the portal's own affair, or have a state of their own.
const UNREAD_REASONS: readonly UnreadReason[] = [
  'refused',
  'unresolved',
  'lost',
  'timeout',
  'tls',
  'credential',
  'unauthorized',
  'throttled',
  'server',
  'malformed',
];

/** How the freshness of one source is kept. */
export interface SourceFreshnessOptions {
  /** What is stored of it when the collector starts. */
  stored: Freshness;
  /** Whether anything was ever read from it. */
  known: boolean;
  /** How long a failure that may pass by itself is not told, in milliseconds. */
  grace: number;
  clock: () => number;
  write: (freshness: Freshness, error?: string) => Promise<void>;
  /** Keeps an error that does not change the freshness. */
  note: (error: string) => Promise<void>;
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

  failed(error: unknown): Promise<void> {
    return this.#inTurn(() => this.#fail(error));
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

  async #fail(error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const reason = error instanceof ClusterError ? error.reason : 'unknown';
    const at = this.#failure?.at ?? this.#options.clock();
    const freshness = this.#after(reason, at, message);
    this.#failure = { at, freshness };
    const telling = this.#written.state !== 'live' || PLAIN_REASONS.has(reason);
    if (telling && !isDeepStrictEqual(freshness, this.#written)) {
      await this.#write(freshness, message);
    } else {
      await this.#options.note(message);
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

  async #write(freshness: Freshness, error?: string): Promise<void> {
    await this.#options.write(freshness, error);
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
    const known = UNREAD_REASONS.find(entry => entry === reason);
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
