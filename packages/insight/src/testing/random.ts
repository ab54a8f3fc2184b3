/** Numbers from 0 up to 1 that look random and are the same for one seed. */
export function randomNumbers(seed: number): () => number {
  // A linear congruential generator; good enough to vary test data.
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One of several values. */
export function pick<Value>(
  random: () => number,
  values: readonly Value[],
): Value {
  return values[Math.floor(random() * values.length)];
}
