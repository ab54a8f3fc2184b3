import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '../../time/useNow';
import { aksTranslationRef } from '../../translation';

/** When the portal tries again to read something. */
export function NextTry({ at }: { at: string }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={date.toLocaleString()}>
      {date.getTime() <= now
        ? t('status.triesNow')
        : t('status.triesAt', { time: date.toLocaleTimeString() })}
    </time>
  );
}
