import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HopFinding } from '@backstage-aks/insight';
import { Copyable } from '../text/Copyable';
import { Linked } from '../text/Linked';
import { aksTranslationRef } from '../translation';
import styles from './EvidencePanel.module.css';

/** One fault: what it is called, what causes it and what to do about it. */
export function FindingNote({ finding }: { finding: HopFinding }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { rule, title, cause, remedy } = finding;
  return (
    <div className={styles.finding}>
      <h4 className={styles.title}>
        {rule} · {title}
      </h4>
      <p className={styles.text}>{cause}</p>
      <p className={styles.text}>
        <span className={styles.label}>{t('evidence.remedy')}</span>{' '}
        <Linked text={remedy.text} />
      </p>
      {remedy.command && (
        <Copyable label={t('evidence.command')} text={remedy.command} />
      )}
    </div>
  );
}
