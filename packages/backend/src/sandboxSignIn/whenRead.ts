import { isError } from '@backstage/errors';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Tries again for a while when something is not found: after the first start
 * the catalog takes some seconds to read its people.
 */
export async function whenRead<Result>(
  look: () => Promise<Result>,
  options: { attempts: number; pauseMilliseconds: number },
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await look();
    } catch (error) {
      const missing = isError(error) && error.name === 'NotFoundError';
      if (!missing || attempt >= options.attempts) {
        throw error;
      }
    }
    await pause(options.pauseMilliseconds);
  }
}
