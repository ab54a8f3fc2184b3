import { Freshness } from '@backstage-aks/insight';
import { Access } from '../permissions/Access';

const GENERAL: Record<Freshness['state'], string | undefined> = {
  live: undefined,
  pending: undefined,
  stale: 'The portal lost touch with this source and shows what it last knew.',
  forbidden:
    "The cluster does not let the portal's identity read this. The platform team finds the reason at /api/aks/v1/status.",
  absent: 'The cluster does not serve this kind.',
  unreachable:
    'The portal cannot reach this cluster. The platform team finds the reason at /api/aks/v1/status.',
};

/**
 * Freshness in words that the caller may read. The original message can quote a
 * cluster's answer, and with it names from any namespace, so only those who
 * may read every namespace get it.
 */
export function tellableFreshness(
  freshness: Freshness,
  access: Access,
): Freshness {
  if (access.mayReadEveryNamespace) {
    return freshness;
  }
  const { state, since } = freshness;
  const message = freshness.message && GENERAL[state];
  return { state, ...(since && { since }), ...(message && { message }) };
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
