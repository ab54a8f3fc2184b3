import { ANNOTATION_EDIT_URL, Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Text } from '@backstage/ui';
import { ANNOTATION_KUBERNETES_ID } from '@backstage-aks/plugin-aks-common';
import { Copyable } from '../text/Copyable';
import { aksTranslationRef } from '../translation';
import { annotationExample, selectorExample } from './annotationExample';
import styles from './states.module.css';

/** For an entity that says nothing about clusters: what to add, ready to copy. */
export function UnannotatedState({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  return (
    <div className={styles.state}>
      <Text as="h3" variant="body-large" weight="bold">
        {t('unannotated.title', { name: entity.metadata.name })}
      </Text>
      <Text as="p">{t('unannotated.label')}</Text>
      <Copyable
        label={ANNOTATION_KUBERNETES_ID}
        text={annotationExample(entity)}
      />
      <details className={styles.details}>
        <summary>{t('unannotated.selector')}</summary>
        <Copyable
          label={t('unannotated.selector')}
          text={selectorExample(entity)}
        />
      </details>
      {editUrl && /^https?:\/\//.test(editUrl) && (
        <div>
          <ButtonLink variant="secondary" href={editUrl} target="_blank">
            {t('unannotated.edit')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
