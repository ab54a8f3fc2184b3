/** Choices that look random and are the same for one seed. */
export class Random {
  constructor(private state: number) {}

  /** A number from 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both bounds included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.whole(0, values.length - 1)];
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  maybe<Value>(make: () => Value, probability = 0.5): Value | undefined {
    return this.chance(probability) ? make() : undefined;
  }

  several<Value>(count: number, make: (index: number) => Value): Value[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
