import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceFreshness } from '../../states/sourceGaps';
import { aksTranslationRef } from '../../translation';
import styles from './Status.module.css';

/** What is wrong with a source, then what to do about it. */
export function TroubleWords(props: {
  trouble: Pick<SourceFreshness, 'message' | 'remedy'>;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { message, remedy } = props.trouble;
  return (
    <>
      {message && <p className={styles.message}>{message}</p>}
      {remedy && (
        <p className={styles.message}>
          <strong>{t('status.remedy')}</strong> {remedy}
        </p>
      )}
    </>
  );
}
