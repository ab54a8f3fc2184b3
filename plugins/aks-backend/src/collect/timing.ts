import { ConnectionTimeouts } from '@backstage-aks/plugin-aks-node';

/** How long a collector waits for what, in milliseconds. */
export interface CollectTiming {
  /** How long a lost watch may be away before its records count as stale. */
  grace: number;
  /** Between renewals of the lease and looks at what is stale. */
  heartbeat: number;
  /** For how long watch events are gathered into one write. */
  gather: number;
  /** For how long a resourceVersion is kept back to which no change led. */
  quiet: number;
  /** How long a resumed watch must be quiet to count as caught up. */
  settle: number;
  /** Before asking again for what is forbidden or not served. */
  slowRetry: number;
  /** Before the first retry; doubles up to `longestRetry`. */
  firstRetry: number;
  longestRetry: number;
  /** Between looks at a cluster that does not answer, at most. */
  longestProbe: number;
  /** Before asking again for a lease that another replica holds. */
  leaseRetry: number;
  /** For what a cluster sends. */
  connection: ConnectionTimeouts;
}

export const defaultTiming: CollectTiming = {
  grace: 5_000,
  heartbeat: 5_000,
  gather: 100,
  quiet: 10_000,
  settle: 150,
  slowRetry: 60_000,
  firstRetry: 500,
  longestRetry: 30_000,
  longestProbe: 10_000,
  leaseRetry: 5_000,
  connection: {},
};
