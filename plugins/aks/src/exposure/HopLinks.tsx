import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Hop, IngressStack } from '@backstage-aks/insight';
import { useContext } from 'react';
import { aksTranslationRef } from '../translation';
import styles from './EvidencePanel.module.css';
import { KubernetesHref } from './KubernetesHref';

/** What the Kubernetes tab shows of a service. */
const SHOWN_THERE = ['route', 'service', 'endpoints', 'pods'];

/** Where to read on about a hop; nothing where there is no such place. */
export function HopLinks(props: { hop: Hop; stack?: IngressStack }) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { hop, stack } = props;
  const kubernetes = useContext(KubernetesHref);
  const docs = hop.kind === 'listener' ? stack?.docs : undefined;
  const objects = SHOWN_THERE.includes(hop.kind) ? kubernetes : undefined;
  if (!docs && !objects) {
    return null;
  }
  return (
    <p className={styles.links}>
      {objects && <Link href={objects}>{t('evidence.kubernetes')}</Link>}
      {docs && (
        <Link href={docs} target="_blank" rel="noopener">
          {t('stack.docs', { value: stack?.title ?? '' })}
        </Link>
      )}
    </p>
  );
}
