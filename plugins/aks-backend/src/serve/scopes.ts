import { createHash } from 'crypto';

/**
 * The opaque name of one namespace of one cluster (the empty namespace: what is
 * cluster-scoped) in views and in "changed" signals. Every signed-in user hears
 * the signals, so it must not say which namespace it is.
 */
export function scopeName(clusterId: string, namespace: string): string {
  return createHash('sha256')
    .update(`${clusterId}\n${namespace}`)
    .digest('hex')
    .slice(0, 16);
}
