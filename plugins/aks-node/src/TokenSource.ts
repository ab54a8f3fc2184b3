import fs from 'node:fs/promises';

/**
 * Where a bearer token comes from.
 *
 * @public
 */
export interface TokenSource {
  /** The token to send now. */
  token(): Promise<string>;
}

/**
 * A token that never changes.
 *
 * @public
 */
export function fixedToken(token: string): TokenSource {
  return { token: async () => token.trim() };
}

/**
 * A token in a file that may be replaced at any time, as a projected service
 * account token is about once an hour.
 *
 * @public
 */
export function tokenFile(path: string): TokenSource {
  let known: { modified: number; token: string } | undefined;
  return {
    async token() {
      const { mtimeMs } = await fs.stat(path);
      if (known?.modified !== mtimeMs) {
        const content = await fs.readFile(path, 'utf8');
        known = { modified: mtimeMs, token: content.trim() };
      }
      return known.token;
    },
  };
}
