import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aksTranslationRef } from '../translation';
import { ageInWords } from './ageInWords';
import { useNow } from './useNow';

/** How old something is, with the moment it began on hover. */
export function Age({ since }: { since: string }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const now = useNow();
  const moment = new Date(since);
  return (
    <time dateTime={since} title={moment.toLocaleString()}>
      {ageInWords(moment.getTime(), now, t)}
    </time>
  );
}
