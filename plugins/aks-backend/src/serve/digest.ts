import { createHash } from 'crypto';

/** A short name for what a value says; the order of its keys matters. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
