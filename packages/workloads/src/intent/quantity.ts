import { z } from 'zod';

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/:
// a number with a binary, a decimal or an exponent suffix.
const PATTERN =
  /^(\d+(?:\.\d*)?|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d{1,2})?$/;

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The amount that a quantity stands for; undefined where it is none. */
export function amountOf(quantity: string): number | undefined {
  const [, digits, suffix = ''] = PATTERN.exec(quantity) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const factor = /^[eE][+-]?\d/.test(suffix)
    ? Number(`1${suffix}`)
    : FACTORS[suffix] ?? 1;
  return Number(digits) * factor;
}

/** An amount of CPU, in cores. Nothing finer than a thousandth is allowed. */
export const cpu = z
  .string()
  .refine(value => isWithin(value, 0.001, 1000), {
    message: 'must be an amount of CPU, such as 250m or 2',
  })
  .refine(value => !isWithin(value, 0.001, 1000) || isMilli(value), {
    message: 'must be a multiple of 1m',
  });

/** An amount of memory or disk, in bytes. */
export const bytes = (least: string, example: string) => {
  const floor = amountOf(least) ?? 0;
  return z
    .string()
    .refine(value => amountOf(value) !== undefined, {
      message: `must be an amount of bytes, such as ${example}`,
    })
    .refine(value => (amountOf(value) ?? floor) >= floor, {
      // 100m is a tenth of a byte, which is what a slip of the pen asks for.
      message: `must be at least ${least}; 1Mi is a mebibyte, and 1m a thousandth of a byte`,
    })
    .refine(value => (amountOf(value) ?? 0) <= 2 ** 55, {
      message: 'must be at most 32Pi',
    });
};

/** Any quantity above zero, as the target of a metric. */
export const quantity = z
  .string()
  .refine(value => (amountOf(value) ?? 0) > 0 && isWithin(value, 1e-9, 9e18), {
    message: 'must be a quantity above zero, such as 100 or 250m',
  });

function isWithin(value: string, least: number, most: number): boolean {
  const amount = amountOf(value);
  return amount !== undefined && amount >= least && amount <= most;
}

function isMilli(value: string): boolean {
  const milli = (amountOf(value) ?? 0) * 1000;
  return Math.abs(milli - Math.round(milli)) < 1e-6;
}
