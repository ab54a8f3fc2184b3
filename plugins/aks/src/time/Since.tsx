import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aksTranslationRef } from '../translation';
import { ageInWords } from './ageInWords';
import { clockTime } from './clockTime';
import { useNow } from './useNow';

/** Since when something holds: `since 14:02 (6 min ago)`. */
export function Since({ moment }: { moment: number }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const now = useNow();
  const date = new Date(moment);
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString()}>
      {t('age.since', {
        time: clockTime(date, new Date(now)),
        age: ageInWords(moment, now, t),
      })}
    </time>
  );
}
