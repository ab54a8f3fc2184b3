import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { aksTranslationRef } from '../../translation';
import styles from './Status.module.css';

/** What exactly was met, for whoever looks after it; shown on demand. */
export function Details({ details }: { details: readonly string[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const distinct = [...new Set(details)];
  if (distinct.length === 0) {
    return null;
  }
  return (
    <details className={styles.details}>
      <summary>{t('status.details')}</summary>
      <ul className={styles.list}>
        {distinct.map(detail => (
          <li key={detail} className={styles.note}>
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
