import { hash } from 'node:crypto';

/** A short opaque name for URLs, always the same for the same cluster. */
export function slugOf(clusterId: string): string {
  return hash('sha256', clusterId, 'hex').slice(0, 12);
}

/** Stands for a cluster's id until the cluster has said who it is. */
export function placeholderId(origin: string): string {
  return `unidentified:${hash('sha256', origin, 'hex').slice(0, 32)}`;
}
