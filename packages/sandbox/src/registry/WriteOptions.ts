/** How a write is to be done, from the request's parameters. */
export interface WriteOptions {
  /** Who sets the fields. */
  manager: string;
  dryRun?: boolean;
  subresource?: 'status' | 'scale';
}

/** How a deletion is to be done, from its `DeleteOptions`. */
export interface DeleteOptions {
  dryRun?: boolean;
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  preconditions?: { uid?: string; resourceVersion?: string };
}
