import { Subresource } from '../kinds/KindDefinition';
import { ManagedFieldsEntry } from '../objects/KubernetesObject';

/** How a write is to be done, from the request's parameters. */
export interface WriteOptions {
  /** Who sets the fields. */
  manager: string;
  dryRun?: boolean;
  subresource?: Subresource;
  /** Who owns what afterwards, where that is settled (server-side apply). */
  managedFields?: ManagedFieldsEntry[];
}

/**
 * How a deletion is to be done.
 *
 * @public
 */
export interface DeleteOptions {
  dryRun?: boolean;
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  preconditions?: { uid?: string; resourceVersion?: string };
}
