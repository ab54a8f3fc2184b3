/** A connection to a cluster is of no more use; only a new one may be. */
export abstract class SessionOverError extends Error {}

/** Another cluster answers where a known one did. */
export class ClusterReplacedError extends SessionOverError {
  readonly name = 'ClusterReplacedError';

  constructor(cluster: string) {
    super(
      `Another cluster answers in the place of "${cluster}"; the portal starts afresh with it`,
    );
  }
}

/**
 * The cluster takes the credential or the certificates no more. Both may have
 * been renewed where they are kept, and are read again for a new connection.
 */
export class SignInFailedError extends SessionOverError {
  readonly name = 'SignInFailedError';
}
