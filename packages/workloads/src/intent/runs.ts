import { Cron } from 'croner';
import { z } from 'zod';
import { whole } from './names';

/** How a Job runs, whoever starts it. */
export const run = z.strictObject({
  completions: whole(1, 100_000).optional(),
  parallelism: whole(1, 1000).default(1),
  /** Each pod gets a number of its own, from 0. */
  indexed: z.boolean().default(false),
  /** A work queue: its pods decide themselves when the work is done. */
  workQueue: z.boolean().default(false),
  retries: whole(0, 1000).default(3),
  /** Retries of each index, in place of `retries`. */
  retriesPerIndex: whole(0, 1000).optional(),
  maxFailedIndexes: whole(0, 100_000).optional(),
  /** Where the program says itself that trying again is useless. */
  failOnExitCodes: z.array(whole(1, 255)).min(1).max(255).optional(),
  restartPolicy: z.enum(['Never', 'OnFailure']).default('Never'),
  deadlineSeconds: whole(1, 30 * 86_400).default(3600),
  keepSeconds: whole(0, 30 * 86_400).default(86_400),
  suspended: z.boolean().default(false),
});

/** @public */
export type RunIntent = z.output<typeof run>;

const cron = z
  .string()
  .max(128, 'must have at most 128 characters')
  .superRefine((value, context) => {
    const message = scheduleFault(value);
    if (message) {
      context.addIssue({ code: 'custom', message });
    }
  });

const timeZone = z.string().refine(isTimeZone, {
  message: 'must be a time zone of the IANA database, such as Europe/Berlin',
});

export const schedule = z.strictObject({
  cron,
  timeZone: timeZone.default('Etc/UTC'),
  /** What to do where the run before is still going on. */
  overlap: z.enum(['Allow', 'Forbid', 'Replace']).default('Forbid'),
  /** How late a run may start. The controller looks every 10 seconds. */
  startingDeadlineSeconds: whole(10, 7 * 86_400).default(300),
  successfulRunsKept: whole(0, 100).default(3),
  failedRunsKept: whole(0, 100).default(1),
  suspended: z.boolean().default(false),
});

const MACROS = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);
const FIELD = /^[\dA-Za-z*/,-]+$|^\?$/;

// croner reads more than Kubernetes does (seconds, L, W, #), so the form is
// looked at first: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
function scheduleFault(value: string): string | undefined {
  if (/TZ=/.test(value)) {
    return 'must not name a time zone; set timeZone instead';
  }
  if (value.startsWith('@')) {
    return MACROS.has(value)
      ? undefined
      : `must be five fields or one of ${[...MACROS].join(', ')}`;
  }
  const fields = value.split(' ');
  if (fields.length !== 5 || !fields.every(isField)) {
    return 'must be five fields with one space between them (minute, hour, day of the month, month, day of the week), such as 30 2 * * *';
  }
  // croner takes 7 for Sunday, so that SAT-SUN is a range, too. Kubernetes does not.
  if (/7|-sun/i.test(fields[4].replace(/\/\d+/g, ''))) {
    return 'must have 0 or SUN for Sunday, and not as the end of a range';
  }
  try {
    // From a fixed moment, so that the answer is the same tomorrow; from a leap
    // year, so that the 29th of February is soon found.
    const next = new Cron(withEnds(fields), { timezone: 'Etc/UTC' }).nextRun(
      new Date('2024-01-01T00:00:00Z'),
    );
    return next ? undefined : 'never comes: there is no such date';
  } catch {
    return 'must be five fields within their bounds (minute 0-59, hour 0-23, day 1-31, month 1-12, day of the week 0-6)';
  }
}

const LAST = [59, 23, 31, 12, 6];

// `5/10` is 5-59/10 for Kubernetes, and nothing for croner.
function withEnds(fields: readonly string[]): string {
  return fields
    .map((field, index) =>
      field.replace(/(?<=^|,)(\w+)\//g, `$1-${LAST[index]}/`),
    )
    .join(' ');
}

const NAMES =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)$/i;

function isField(field: string, index: number): boolean {
  return (
    FIELD.test(field) &&
    (field.match(/[A-Za-z]+/g) ?? []).every(
      word => NAMES.test(word) && index >= 3,
    )
  );
}

// Names without a slash in the IANA database (2026a, the file `backward` included).
// Of JavaScript engines some know others, such as PST, which the API server refuses.
const ZONES_OF_ONE_WORD = new Set(
  [
    'CET CST6CDT Cuba EET Egypt Eire EST EST5EDT Factory GB GB-Eire GMT GMT+0 GMT-0',
    'GMT0 Greenwich Hongkong HST Iceland Iran Israel Jamaica Japan Kwajalein Libya MET',
    'MST MST7MDT Navajo NZ NZ-CHAT Poland Portugal PRC PST8PDT ROC ROK Singapore Turkey',
    'UCT Universal UTC W-SU WET Zulu',
  ].flatMap(line => line.split(' ')),
);

function isTimeZone(name: string): boolean {
  if (!name.includes('/')) {
    return ZONES_OF_ONE_WORD.has(name);
  }
  // The API server looks a name up as it is written; JavaScript takes any case.
  if (
    !/^([A-Z][A-Za-z0-9_+-]*)(\/[A-Z][A-Za-z0-9_+-]*)+$/.test(name) ||
    /[A-Z]{4}|^SystemV/.test(name)
  ) {
    return false;
  }
  try {
    const known = new Intl.DateTimeFormat('en', {
      timeZone: name,
    }).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
