import { Freshness, UnreadReason } from '@backstage-aks/insight';
import { Access } from '../permissions/Access';

const GENERAL: Record<Freshness['state'], string | undefined> = {
  live: undefined,
  pending: undefined,
  stale: 'The portal lost touch with this source and shows what it last knew.',
  forbidden:
    "The cluster does not let the portal's identity read this. The platform team finds the reason at /api/aks/v1/status.",
  absent: 'The cluster does not serve this kind.',
  unreachable: 'The portal cannot read this cluster.',
};

/** What is wrong and who can mend it, without a word of what the cluster said. */
const BECAUSE: Record<UnreadReason, string> = {
  refused:
    'Nothing accepts connections at its address. The platform team checks that the cluster runs and that the URL is right.',
  unresolved:
    'DNS does not know its host name. The platform team checks the URL and the DNS of the portal.',
  lost: 'The connection broke. The portal tries again by itself.',
  timeout:
    'It does not answer in time. The platform team checks firewalls, authorized IP ranges and the load of the API server.',
  tls: 'Its certificates do not fit what the portal trusts. The platform team renews the certificate authority in the configuration.',
  credential:
    'The portal has nothing to sign in with. The platform team puts the credential where the configuration expects it.',
  unauthorized:
    'The cluster refused the credential of the portal as wrong or expired. The platform team renews it.',
  throttled:
    'The cluster asked the portal to come back later, which it does by itself.',
  server:
    'The API server answered with an error. The platform team looks at its health.',
  malformed:
    'What answers there is no API server. The platform team checks the URL and what stands before the cluster.',
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
  const { state, since, reason } = freshness;
  const message =
    freshness.message &&
    [GENERAL[state], reason && BECAUSE[reason]].filter(Boolean).join(' ');
  return {
    state,
    ...(since && { since }),
    ...(reason && { reason }),
    ...(message && { message }),
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
