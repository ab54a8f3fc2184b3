import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { GeneratedWorkload, RefusedWorkload } from '@backstage-aks/workloads';
import { workloadFieldTranslationRef } from '../translation';
import { FilePreview } from './FilePreview';
import styles from './Manifests.module.css';

/** The files, or what stands against them. */
export function Preview({
  generated,
}: {
  generated: GeneratedWorkload | RefusedWorkload;
}) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  return (
    <section
      className={styles.preview}
      aria-label={t('manifests.preview')}
      aria-live="polite"
    >
      {generated.ok ? (
        <>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('manifests.count', {
              kind: generated.kind,
              count: generated.files.length,
            })}
          </Text>
          <p className={styles.text}>{generated.advice.reason.because}</p>
          {generated.files.map(file => (
            <FilePreview key={file.path} file={file} />
          ))}
        </>
      ) : (
        <Alert
          status="danger"
          icon
          title={t('manifests.problems')}
          description={
            <ul className={styles.problems}>
              {generated.problems.map(({ field, message }) => (
                <li key={field}>
                  {t('manifests.problem', {
                    field: field || t('manifests.whole'),
                    message,
                  })}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
}
