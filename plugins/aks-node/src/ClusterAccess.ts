import { TokenSource } from './TokenSource';

/**
 * How to reach a cluster and sign in.
 *
 * @public
 */
export interface ClusterAccess {
  /** The cluster's name, for messages. */
  cluster: string;
  /** URL of the API server; a path in it is kept. */
  url: string;
  /** Certificate authorities (PEM) to trust instead of the public ones. */
  ca?: string;
  /** The name that the server's certificate must bear, if not the URL's. */
  serverName?: string;
  /** Takes any certificate. */
  skipTLSVerify?: boolean;
  credential: ClusterCredential;
}

/**
 * What to sign in with: a token, or a client certificate and its key (PEM).
 *
 * @public
 */
export interface ClusterCredential {
  /**
   * Which credential it is and where it is configured, for messages, such as
   * `service-account token of aks.clusters[0]`.
   */
  description: string;
  token?: TokenSource;
  certificate?: { cert: string; key: string };
}
