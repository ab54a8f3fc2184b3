import { createHmac } from 'crypto';

/**
 * Gives each scope of each cluster (a namespace; the cluster-scoped records of a
 * kind; its host names and addresses; empty: what is known of the cluster, its kinds
 * and classes) an opaque name for
 * views and for "changed" signals. Every
 * signed-in user hears the signals, so a name must not say which namespace it
 * is, not even to somebody who knows the cluster and guesses the namespace:
 * hence the key, which never leaves the store.
 */
export class ScopeNames {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  of(clusterId: string, scope: string): string {
    return createHmac('sha256', this.#key)
      .update(`${clusterId}\n${scope}`)
      .digest('hex')
      .slice(0, 16);
  }
}
