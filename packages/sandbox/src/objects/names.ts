import { randomInt, randomUUID } from 'node:crypto';

// No vowels and no look-alikes, so that a suffix never spells a word
// (the alphabet of the server's own generator).
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A random suffix as the server appends to `generateName`. */
export function randomSuffix(length = 5): string {
  return Array.from(
    { length },
    () => ALPHABET[randomInt(ALPHABET.length)],
  ).join('');
}

/** The name for an object that only has `generateName`. */
export function generatedName(prefix: string): string {
  // 63 - 5: names of generated objects stay usable as labels.
  return `${prefix.slice(0, 58)}${randomSuffix()}`;
}

/** A hash of a text in the alphabet that names use. */
export function hashedSuffix(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
}

/** A fresh uid. */
export function newUid(): string {
  return randomUUID();
}
