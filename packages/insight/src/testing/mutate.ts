import { pick } from './random';

const ODDITIES: readonly unknown[] = [
  null,
  true,
  '',
  'text',
  '__proto__',
  -1,
  0,
  1.5,
  1e300,
  [],
  {},
  [null],
  { name: null },
  [[{}]],
];

/**
 * A copy of a JSON value in which some parts are gone, replaced by oddities or
 * put where they do not belong.
 */
export function mutate(
  value: unknown,
  random: () => number,
  rate = 0.05,
): unknown {
  if (random() < rate) {
    return pick(random, ODDITIES);
  }
  if (Array.isArray(value)) {
    const items = value.map(item => mutate(item, random, rate));
    return random() < rate ? [...items, ...items] : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(() => random() >= rate)
        .map(([key, item]) => [
          random() < rate ? pick(random, ['__proto__', 'toString', '']) : key,
          mutate(item, random, rate),
        ]),
    );
  }
  return value;
}
