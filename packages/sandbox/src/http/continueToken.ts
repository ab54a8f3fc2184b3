import { badRequest } from '../errors/refusals';
import { isJsonObject } from '../objects/json';

/** Where a paged list goes on. */
export interface ListPosition {
  /** The revision of the list; -1 where a consistent one was given up. */
  revision: number;
  /** The first key that the next page may contain, from the scope's slash on. */
  start: string;
}

const VERSION = 'meta.k8s.io/v1';

/** Encodes a position as the server does: unpadded base64url of JSON. */
export function encodeContinueToken({ revision, start }: ListPosition): string {
  return Buffer.from(
    JSON.stringify({ v: VERSION, rv: revision, start }),
  ).toString('base64url');
}

/** @throws StatusError 400 */
export function decodeContinueToken(token: string): ListPosition {
  const fail = (reason: string) =>
    badRequest(`invalid continue token: continue key is not valid: ${reason}`);
  const wrong = token.search(/[^A-Za-z0-9_-]/);
  if (wrong >= 0 || token.length % 4 === 1) {
    throw fail(
      `illegal base64 data at input byte ${wrong < 0 ? token.length : wrong}`,
    );
  }
  const bytes = Buffer.from(token, 'base64url');
  const value = parseToken(bytes, fail);
  if (!isJsonObject(value) || value.v !== VERSION) {
    throw fail('server does not recognize this encoded version');
  }
  if (typeof value.start !== 'string' || value.start === '') {
    throw fail('encoded start key empty');
  }
  return {
    revision: Number(value.rv ?? 0),
    start: value.start,
  };
}

function parseToken(bytes: Buffer, fail: (reason: string) => Error): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw fail(
      bytes.length === 0
        ? 'unexpected end of JSON input'
        : `invalid character ${quoted(
            bytes[0],
          )} looking for beginning of value`,
    );
  }
}

// As the server's decoder quotes a byte: printable ones as they are.
function quoted(byte: number): string {
  return byte >= 0x20 && byte < 0x7f
    ? `'${String.fromCharCode(byte)}'`
    : `'\\u${byte.toString(16).padStart(4, '0')}'`;
}
