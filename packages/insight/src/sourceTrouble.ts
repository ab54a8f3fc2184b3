import { Freshness, UnreadReason } from './freshness';

/**
 * What is wrong with a source, and what to do about it.
 *
 * @public
 */
export interface SourceTrouble {
  problem: string;
  /** Names who does it, as the reader may not be the one. */
  remedy: string;
}

type TroubledState = Exclude<Freshness['state'], 'live' | 'pending'>;

const STATES: Record<TroubledState, SourceTrouble> = {
  stale: {
    problem:
      'The portal lost touch with the cluster and shows what it last knew.',
    remedy: 'The portal tries again by itself.',
  },
  unreachable: {
    problem: 'The portal cannot read the cluster.',
    remedy: 'The portal tries again by itself.',
  },
  forbidden: {
    problem: "The cluster does not let the portal's identity read this.",
    remedy:
      'The platform team binds the ClusterRole of docs/reader.yaml to that identity; the portal notices by itself.',
  },
  absent: {
    problem: 'The cluster does not serve this kind.',
    remedy:
      'Where it should, the platform team installs what provides it; the portal notices by itself.',
  },
};

const REASONS: Record<UnreadReason, SourceTrouble> = {
  refused: {
    problem: 'Nothing accepts connections at its address.',
    remedy:
      'The platform team checks that the cluster runs, that its URL in the configuration is right, and that the portal can reach it.',
  },
  unresolved: {
    problem: 'DNS does not know its host name.',
    remedy:
      'The platform team checks the URL and the DNS of the portal; the name of a private cluster resolves in its own network only.',
  },
  lost: {
    problem: 'The connection broke.',
    remedy:
      'The portal tries again by itself. If it goes on, the platform team checks the network and the API server.',
  },
  timeout: {
    problem: 'It does not answer in time.',
    remedy:
      'The platform team checks firewalls, the authorized IP ranges of the API server, and its load.',
  },
  tls: {
    problem: 'Its certificates do not fit what the portal trusts.',
    remedy:
      'The platform team sets caData or caFile to the authority that signed the certificate of the API server, and checks the host name in the URL.',
  },
  credential: {
    problem: 'The portal has nothing to sign in with.',
    remedy:
      'The platform team puts the credential where the configuration expects it.',
  },
  unauthorized: {
    problem:
      'The cluster refused the credential of the portal as wrong or expired.',
    remedy:
      'The platform team renews it. One that is kept in a file is read again by itself, one in the configuration takes a restart of the portal.',
  },
  throttled: {
    problem: 'The cluster asked the portal to come back later.',
    remedy:
      'The portal does so by itself. If it goes on, the platform team looks for what overloads the API server.',
  },
  server: {
    problem: 'The API server answered with an error.',
    remedy:
      'The platform team looks at the health of the API server and at what stands before it.',
  },
  malformed: {
    problem: 'What answers there is no API server.',
    remedy:
      'The platform team checks that the URL leads to an API server and not to a proxy or a login page.',
  },
  gone: {
    problem:
      'The cluster forgot the moment from which the portal would have gone on.',
    remedy: 'The portal reads everything again by itself.',
  },
  duplicate: {
    problem: 'The same cluster is configured under another name already.',
    remedy:
      'The platform team removes one of the two from the configuration of the portal.',
  },
  store: {
    problem: 'The portal could not keep what it read.',
    remedy:
      'The platform team looks at the database of the portal, and at its log.',
  },
  interrupted: {
    problem: 'The portal stopped watching then and has not caught up yet.',
    remedy:
      'The portal catches up by itself. If it does not, the platform team checks that its backend runs and can write to its database.',
  },
};

/**
 * Says of a source that is not current what is wrong and what to do, without a
 * word of what the cluster said. Undefined where nothing is wrong.
 *
 * @public
 */
export function troubleOf({
  state,
  reason,
}: Pick<Freshness, 'state' | 'reason'>): SourceTrouble | undefined {
  if (state === 'live' || state === 'pending') {
    return undefined;
  }
  const general = STATES[state];
  const because = reason && REASONS[reason];
  return because
    ? {
        problem: `${general.problem} ${because.problem}`,
        remedy: because.remedy,
      }
    : general;
}
