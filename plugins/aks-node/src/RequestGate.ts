import { ClusterError } from './ClusterError';

/**
 * A request that a connection sends.
 *
 * @public
 */
export interface ClusterRequest {
  verb: 'get' | 'list' | 'watch';
  /** Such as `/api/v1/namespaces/shop/pods`, without its query. */
  path: string;
}

/**
 * Stands before every request of a connection: it decides when the request may
 * be sent, and learns how it was answered.
 *
 * @public
 */
export interface RequestGate {
  /** Resolves when the request may be sent, or the caller has given up. */
  enter(request: ClusterRequest, signal?: AbortSignal): Promise<void>;
  /**
   * Called once the cluster has begun to answer, or has not. What is wrong with
   * the rest of an answer is not told.
   */
  answered(request: ClusterRequest, failure?: ClusterError): void;
}
