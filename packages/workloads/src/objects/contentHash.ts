import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** JSON with the keys of every map in order: the same for the same content. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.keys(inner)
            .sort()
            .map(key => [key, inner[key]]),
        )
      : inner,
  );
}

/** The SHA-256 of what a value holds, as hexadecimal digits. */
export function checksum(value: unknown): string {
  return textChecksum(canonicalJson(value));
}

/** The SHA-256 of a text in UTF-8, as hexadecimal digits. */
export function textChecksum(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A few digits of the checksum, to be part of a name. */
export function shortHash(value: unknown): string {
  return checksum(value).slice(0, 10);
}
