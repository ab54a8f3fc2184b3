import { KindDescriptor, ObjectRef, Projection } from '@backstage-aks/insight';
import { WatchEvent } from '@backstage-aks/plugin-aks-node';
import { Batch } from '../store/ClusterStore';
import { projectAll, ProjectAllOptions } from './projectAll';
import { CHANGES_PER_WRITE } from './writeSize';

/** How events become writes. */
export interface EventBatchesOptions {
  kind: KindDescriptor;
  projection: ProjectAllOptions;
  /** For how long events are gathered, in milliseconds. */
  gather: number;
  /**
   * For how long a resourceVersion is kept back to which no change led, in
   * milliseconds. If it is lost a few events come again, which costs little.
   */
  quiet: number;
  write: (batch: Batch) => Promise<void>;
  /** Called once, when a write has failed; nothing is written after that. */
  onFailure: (error: unknown) => void;
}

type Change = { upsert: Projection } | { deletion: ObjectRef };

// So many changed objects may wait before the stream has to.
const MOST_WAITING = 500;

/**
 * Gathers the events of a watch for a moment, so that a burst becomes few
 * writes and an object that changed often is written once.
 */
export class EventBatches {
  readonly #options: EventBatchesOptions;
  #changes = new Map<string, Change>();
  #malformed = 0;
  #reached: string | undefined;
  #soon: NodeJS.Timeout | undefined;
  #later: NodeJS.Timeout | undefined;
  #writes: Promise<void> = Promise.resolve();
  #failed = false;

  constructor(options: EventBatchesOptions) {
    this.#options = options;
  }

  /**
   * Takes an event; resolves when the next one may come.
   *
   * @param reached - The resourceVersion that holds once it is written.
   */
  async add(event: WatchEvent, reached: string): Promise<void> {
    this.#reached = reached;
    if (event.type !== 'BOOKMARK') {
      this.#note(event);
    }
    const { gather, quiet } = this.#options;
    if (this.#changes.size > 0 || this.#malformed > 0) {
      this.#soon ??= setTimeout(() => this.flush(), gather);
    } else {
      this.#later ??= setTimeout(() => this.flush(), quiet);
    }
    if (this.#changes.size >= MOST_WAITING) {
      await this.flush();
    }
  }

  /** Writes what has been gathered. Never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
    this.#soon = undefined;
    this.#later = undefined;
    this.#writes = this.#writes.then(() => this.#writeAll());
    await this.#writes;
  }

  #note(event: WatchEvent) {
    const { kind, projection } = this.#options;
    const { upserts, malformed } = projectAll(kind, [event.object], projection);
    this.#malformed += malformed;
    for (const upsert of upserts) {
      const { namespace, name } = upsert.record;
      this.#changes.set(
        `${namespace}/${name}`,
        event.type === 'DELETED'
          ? { deletion: { kind: kind.kind, namespace, name } }
          : { upsert },
      );
    }
  }

  async #writeAll(): Promise<void> {
    const changes = [...this.#changes.values()];
    const malformed = this.#malformed;
    const resourceVersion = this.#reached;
    this.#changes = new Map();
    this.#malformed = 0;
    this.#reached = undefined;
    if (this.#failed || resourceVersion === undefined) {
      return;
    }
    try {
      for (let start = 0; start === 0 || start < changes.length; ) {
        const portion = changes.slice(start, start + CHANGES_PER_WRITE);
        start += CHANGES_PER_WRITE;
        const last = start >= changes.length;
        await this.#options.write({
          upserts: portion.flatMap(change =>
            'upsert' in change ? [change.upsert] : [],
          ),
          deletions: portion.flatMap(change =>
            'deletion' in change ? [change.deletion] : [],
          ),
          // The version holds once all that led to it is written.
          ...(last && { malformed, resourceVersion }),
        });
      }
    } catch (error) {
      this.#failed = true;
      this.#options.onFailure(error);
    }
  }
}
