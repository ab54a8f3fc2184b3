import { AksTranslate } from '../translation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago something was, in words: `6 min`. Clocks differ, so what lies in
 * the future counts as just now.
 */
export function ageInWords(since: number, now: number, t: AksTranslate) {
  const age = now - since;
  if (age < MINUTE) {
    return t('age.moments');
  }
  if (age < 2 * HOUR) {
    return t('age.minutes', { value: String(Math.floor(age / MINUTE)) });
  }
  if (age < 2 * DAY) {
    return t('age.hours', { value: String(Math.floor(age / HOUR)) });
  }
  return t('age.days', { value: String(Math.floor(age / DAY)) });
}
