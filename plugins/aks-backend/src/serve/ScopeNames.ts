import { createHmac } from 'crypto';

/**
 * Gives each namespace of each cluster (the empty namespace: what is
 * cluster-scoped) an opaque name for views and for "changed" signals. Every
 * signed-in user hears the signals, so a name must not say which namespace it
 * is, not even to somebody who knows the cluster and guesses the namespace:
 * hence the key, which never leaves the store.
 */
export class ScopeNames {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  of(clusterId: string, namespace: string): string {
    return createHmac('sha256', this.#key)
      .update(`${clusterId}\n${namespace}`)
      .digest('hex')
      .slice(0, 16);
  }
}
