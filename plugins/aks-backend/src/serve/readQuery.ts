import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { Route } from './Route';

/**
 * Reads what a request asks for.
 *
 * @throws InputError that names each parameter that is wrong.
 */
export function readQuery(
  { query }: Route,
  sent: unknown,
): Record<string, unknown> {
  if (!query) {
    return {};
  }
  const parsed = query.strict().safeParse(sent);
  if (!parsed.success) {
    throw new InputError(
      `The query cannot be used: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
