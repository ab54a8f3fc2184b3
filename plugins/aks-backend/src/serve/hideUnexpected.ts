import { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'crypto';

// The errors that say something to the caller, as Backstage maps them to status
// codes.
const MEANT_FOR_CALLERS = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'NotModifiedError',
  'ServiceUnavailableError',
]);

/**
 * What a caller may be told of an error. One that nobody foresaw may quote SQL
 * or records, so its text goes to the log, and the caller gets where to look.
 */
export function hideUnexpected(error: unknown, logger: LoggerService): Error {
  if (error instanceof Error && MEANT_FOR_CALLERS.has(error.name)) {
    return error;
  }
  const reference = randomUUID();
  logger.error(
    `A request failed unexpectedly (${reference})`,
    error instanceof Error ? error : new Error(String(error)),
  );
  return new Error(
    `The AKS backend failed for a reason of its own. Its log tells more under ${reference}.`,
  );
}
