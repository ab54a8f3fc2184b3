/** How long what is no longer current is kept, in milliseconds. */
export interface Retention {
  /** Everything of a cluster that is no longer declared. */
  clusters: number;
  /** An Event, after it last happened. */
  events: number;
}

/** Forgotten clusters go at once; Events stay for as long as their cluster has them. */
export const NO_RETENTION: Retention = { clusters: 0, events: Infinity };
