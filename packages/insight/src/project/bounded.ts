import { Edge } from '../edge';
import { RecordBase } from '../records/base';
import { sizeOf } from './size';

/**
 * How much a projection may hold, in characters: an EndpointSlice of the most
 * endpoints that one may have, a thousand, fits.
 */
export const MOST_CHARACTERS = 256 * 1024;

/** Tried in turn: entries of lists and maps, characters of texts. */
const CUTS = [
  { entries: 1000, characters: 1024 },
  { entries: 300, characters: 1024 },
  { entries: 100, characters: 256 },
  { entries: 30, characters: 256 },
  { entries: 10, characters: 256 },
  { entries: 0, characters: 256 },
];

// No object of a record has as many facts, so one with more entries is a map.
const MOST_FACTS = 64;

/**
 * The projection itself, or one whose lists and maps are all cut to the same
 * length so that it fits, which the record then says. Selectors are left whole,
 * as they would select more; they are bounded where they are read.
 */
export function bounded<Kept extends RecordBase<string>>(projection: {
  record: Kept;
  edges: Edge[];
}): { record: Kept; edges: Edge[] } {
  let shorter = projection;
  for (const { entries, characters } of CUTS) {
    if (sizeOf(shorter, MOST_CHARACTERS) <= MOST_CHARACTERS) {
      break;
    }
    shorter = {
      record: {
        ...shorten(projection.record, entries, characters),
        cutTo: entries,
      },
      edges: projection.edges
        .slice(0, entries)
        .map(edge => shorten(edge, entries, characters)),
    };
  }
  return shorter;
}

function shorten<Value>(
  value: Value,
  entries: number,
  characters: number,
): Value;
function shorten(value: unknown, entries: number, characters: number): unknown {
  if (typeof value === 'string') {
    return value.slice(0, characters);
  }
  if (Array.isArray(value)) {
    return value
      .slice(0, entries)
      .map(item => shorten(item, entries, characters));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const facts = Object.entries(value);
  const kept =
    facts.length > MOST_FACTS
      ? facts.slice(0, Math.min(entries, MOST_FACTS))
      : facts;
  return Object.fromEntries(
    kept.map(([key, item]) => [
      key.slice(0, characters),
      /selector$/i.test(key) ? item : shorten(item, entries, characters),
    ]),
  );
}
