import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { randomUUID } from 'crypto';
import { isDatabaseTrouble } from '../store/databaseTrouble';

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
  if (isDatabaseTrouble(error)) {
    return new ServiceUnavailableError(
      `The database of the portal does not answer, so nothing can be shown. The platform team checks that it runs and can be reached; the log of the AKS backend tells more under ${reference}. The portal goes on by itself.`,
    );
  }
  return new Error(
    `The AKS backend failed for a reason of its own. Its log tells more under ${reference}.`,
  );
}
