import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_NAMESPACE,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { aksTranslationRef } from '../translation';
import styles from './states.module.css';

/** For an entity whose selector matches nothing: where it was looked for. */
export function NotFoundState(props: {
  entity: Entity;
  view: Pick<ViewFrame, 'selector' | 'sources'>;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { view } = props;
  const annotations = props.entity.metadata.annotations ?? {};
  const namespaces = annotations[ANNOTATION_KUBERNETES_NAMESPACE];
  const cluster = annotations[ANNOTATION_KUBERNETES_CLUSTER];
  const clusters = view.sources.map(source => source.cluster.name).join(', ');
  return (
    <div className={styles.state}>
      <Text as="h3" variant="body-large" weight="bold">
        {t('notFound.title')}
      </Text>
      <dl className={styles.facts}>
        {view.selector && (
          <>
            <dt>{t('notFound.selector')}</dt>
            <dd>
              <code>{view.selector}</code>
            </dd>
          </>
        )}
        <dt>{t('notFound.clusters')}</dt>
        <dd>{cluster ?? (clusters || t('notFound.everywhere'))}</dd>
        <dt>{t('notFound.namespaces')}</dt>
        <dd>{namespaces ?? t('notFound.everywhere')}</dd>
      </dl>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('notFound.causes')}
      </Text>
      <ul className={styles.causes}>
        <li>{t('notFound.notDeployed')}</li>
        <li>{t('notFound.label')}</li>
        <li>{t('notFound.value')}</li>
        {namespaces && <li>{t('notFound.namespace')}</li>}
        {cluster && <li>{t('notFound.cluster')}</li>}
      </ul>
    </div>
  );
}
