import { ClusterReplacedError } from './SessionOverError';

/**
 * Makes sure, for all reflectors of a cluster at once, that it is still the
 * same cluster that answers after a connection has ended.
 */
export class IdentityCheck {
  readonly #cluster: string;
  readonly #uid: string;
  readonly #readUid: () => Promise<string>;
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  constructor(options: {
    cluster: string;
    uid: string;
    readUid: () => Promise<string>;
  }) {
    this.#cluster = options.cluster;
    this.#uid = options.uid;
    this.#readUid = options.readUid;
  }

  /**
   * Asks again who the cluster is. A question that is already on its way may
   * have been answered before the caller's connection ended, so callers share
   * the one after it.
   *
   * @throws ClusterReplacedError when it is another cluster.
   */
  async confirm(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#ask().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#queued ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#queued = undefined;
        return this.confirm();
      });
    return this.#queued;
  }

  async #ask(): Promise<void> {
    if ((await this.#readUid()) !== this.#uid) {
      throw new ClusterReplacedError(this.#cluster);
    }
  }
}
