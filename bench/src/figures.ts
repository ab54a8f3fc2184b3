/** What a benchmark found: a table of figures with the conditions they hold under. */
export interface Report {
  name: string;
  /** Such as the number of objects. */
  conditions: Record<string, string | number>;
  rows: Figure[];
}

/** One figure, and what it is to be, where there is a target. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  target?: string;
  met?: boolean;
}

/** The value that a share of all values stays at or below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** A figure with an upper bound. */
export function atMost(
  what: string,
  value: number,
  unit: string,
  bound: number,
): Figure {
  return { what, value, unit, target: `≤ ${bound}`, met: value <= bound };
}

/** A figure with a lower bound. */
export function atLeast(
  what: string,
  value: number,
  unit: string,
  bound: number,
): Figure {
  return { what, value, unit, target: `≥ ${bound}`, met: value >= bound };
}

const verdicts = new Map<boolean | undefined, string>([
  [true, 'met'],
  [false, 'missed'],
]);

/** The report as a Markdown table. */
export function tableOf({ name, conditions, rows }: Report): string {
  const listed = Object.entries(conditions).map(
    ([key, value]) => `${key} ${value}`,
  );
  return [
    `${name}: ${listed.join(', ')}`,
    '',
    '| figure | value | target | |',
    '| --- | ---: | --- | --- |',
    ...rows.map(
      ({ what, value, unit, target = '', met }) =>
        `| ${what} | ${rounded(value)} ${unit} | ${target} | ${
          verdicts.get(met) ?? ''
        } |`,
    ),
  ].join('\n');
}

function rounded(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : 0;
  return value.toFixed(digits);
}
