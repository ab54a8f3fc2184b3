// An answer goes into the context of a language model, where room is dear.
const MOST_BYTES = 8_000;

/**
 * As many of the items, in their order, as fit into an answer of 8 kB.
 *
 * @param rest - What the answer holds besides.
 */
export function fitting<Item>(items: readonly Item[], rest: object): Item[] {
  let left = MOST_BYTES - bytesOf(rest);
  const fit: Item[] = [];
  for (const item of items) {
    left -= bytesOf(item) + 1;
    if (left < 0) {
      break;
    }
    fit.push(item);
  }
  return fit;
}

/** A text that may be long, cut with a sign that it was. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
