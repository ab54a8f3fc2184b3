import { Cron } from 'croner';

/** When a CronJob's schedule falls due. Times are milliseconds since 1970. */
export interface CronTimes {
  /** The latest time after `earliest`, up to and with `now`. */
  latest(earliest: number, now: number): number | undefined;
  /** The first time after `now`. */
  next(earliest: number, now: number): number;
  /** Whether more than so many times lie between the two. */
  hasMoreThan(count: number, earliest: number, now: number): boolean;
}

const UNITS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000 };

/**
 * Reads a schedule that the server has accepted; without a time zone it is in
 * UTC, in which the control plane runs.
 *
 * @throws RangeError if there is no such time zone
 */
export function cronTimes(schedule: string, timeZone = 'Etc/UTC'): CronTimes {
  const [, duration] = /^@every (\S+)$/.exec(schedule) ?? [];
  return duration ? everyTimes(duration) : calendarTimes(schedule, timeZone);
}

function calendarTimes(schedule: string, timezone: string): CronTimes {
  // Refuses what is no time zone, in words that depend on no library.
  Intl.DateTimeFormat('en', { timeZone: timezone });
  // Here `?` means the same as `*`, and `5/20` from 5 on each 20.
  const cron = new Cron(schedule.replace(/\?/g, '*'), {
    paused: true,
    timezone,
    sloppyRanges: true,
  });
  const latest = (earliest: number, now: number) => {
    const [time] = cron.previousRuns(1, new Date(now + 1));
    return time && time.getTime() > earliest ? time.getTime() : undefined;
  };
  return {
    latest,
    next: (_, now) => cron.nextRun(new Date(now))?.getTime() ?? Infinity,
    hasMoreThan: (count, earliest, now) =>
      cron.nextRuns(count + 1, new Date(earliest))[count]?.getTime() <= now,
  };
}

function everyTimes(text: string): CronTimes {
  const period = [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit],
    0,
  );
  const step = Math.max(period, 1000);
  const passed = (earliest: number, now: number) =>
    Math.floor((now - earliest) / step);
  return {
    latest: (earliest, now) =>
      passed(earliest, now) > 0
        ? earliest + passed(earliest, now) * step
        : undefined,
    next: (earliest, now) => earliest + (passed(earliest, now) + 1) * step,
    hasMoreThan: (count, earliest, now) => passed(earliest, now) > count,
  };
}
