import { Freshness, troubleOf } from '@backstage-aks/insight';
import { Access } from '../permissions/Access';

/**
 * Freshness in words that the caller may read: what is wrong, and what to do.
 * What exactly the collector met can quote a cluster's answer, and with it names
 * from any namespace, so only those who may read every namespace get it.
 */
export function tellableFreshness(
  { state, since, reason, message: met }: Freshness,
  access: Access,
): Freshness {
  const trouble = troubleOf({ state, reason });
  return {
    state,
    ...(since && { since }),
    ...(reason && { reason }),
    ...(trouble && { message: trouble.problem, remedy: trouble.remedy }),
    // That a cluster does not serve a kind is all that there is to say.
    ...(met &&
      state !== 'absent' &&
      access.mayReadEveryNamespace && { detail: met }),
  };
}

/** A collector's error in words that the caller may read, as above. */
export function tellableError(
  { at, message }: { at: string; message: string },
  access: Access,
) {
  return {
    at,
    message: access.mayReadEveryNamespace
      ? message
      : 'Reading failed. Who may read every namespace sees the reason here.',
  };
}
