import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { GeneratedFile } from '@backstage-aks/workloads';
import { workloadFieldTranslationRef } from '../translation';
import styles from './Manifests.module.css';

/** One file, closed at first. */
export function FilePreview({ file }: { file: GeneratedFile }) {
  const { t } = useTranslationRef(workloadFieldTranslationRef);
  return (
    <Accordion>
      <AccordionTrigger title={file.path} />
      <AccordionPanel>
        {/* It scrolls, so the keyboard has to reach it. */}
        <pre
          className={styles.code}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={t('manifests.fileText', { path: file.path })}
        >
          <code>{file.content}</code>
        </pre>
      </AccordionPanel>
    </Accordion>
  );
}
