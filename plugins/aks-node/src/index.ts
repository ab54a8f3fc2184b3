/**
 * Connections to Kubernetes clusters for the AKS portal's backend and its
 * modules.
 *
 * @packageDocumentation
 */
export { ClusterConnection } from './ClusterConnection';
export type { ConnectionTimeouts } from './ClusterRequests';
export type { ClusterAccess, ClusterCredential } from './ClusterAccess';
export { ClusterError } from './ClusterError';
export type { ClusterErrorReason } from './ClusterError';
export { kubeconfigAccess } from './kubeconfigAccess';
export type { ListPage, ListPortion } from './listPage';
export type { ClusterRequest, RequestGate } from './RequestGate';
export { fixedToken, tokenFile } from './TokenSource';
export type { TokenSource } from './TokenSource';
export type { WatchEvent } from './watchEvent';
