import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Evidence, ObjectRef } from '@backstage-aks/insight';
import { aksTranslationRef } from '../translation';
import styles from './EvidencePanel.module.css';

/** What objects say, word for word: object, field and value. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { t } = useTranslationRef(aksTranslationRef);
  return (
    <ul className={styles.evidence} aria-label={t('evidence.heading')}>
      {evidence.map(({ object, field, value }, index) => (
        <li key={index}>
          {objectName(object)} <code>{`${field} = ${value}`}</code>
        </li>
      ))}
    </ul>
  );
}

function objectName({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
