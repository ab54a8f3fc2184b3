import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Hop, IngressStack } from '@backstage-aks/insight';
import { ClusterRef } from '@backstage-aks/plugin-aks-common';
import { useContext } from 'react';
import { aksTranslationRef } from '../translation';
import { AzurePortalHrefs } from './AzurePortalHrefs';
import styles from './EvidencePanel.module.css';
import { KubernetesHref } from './KubernetesHref';

/** What the Kubernetes tab shows of a service. */
const SHOWN_THERE = ['route', 'service', 'endpoints', 'pods'];

/** Where to read on about a hop; nothing where there is no such place. */
export function HopLinks(props: {
  hop: Hop;
  stack?: IngressStack;
  cluster: ClusterRef;
}) {
  const { t } = useTranslationRef(aksTranslationRef);
  const { hop, stack, cluster } = props;
  const kubernetes = useContext(KubernetesHref);
  const azurePortal = useContext(AzurePortalHrefs).get(cluster.slug);
  const docs = hop.kind === 'listener' ? stack?.docs : undefined;
  const objects = SHOWN_THERE.includes(hop.kind) ? kubernetes : undefined;
  // What stands before the cluster is not in it.
  const portal = hop.kind === 'upstream' ? undefined : azurePortal;
  if (!docs && !objects && !portal) {
    return null;
  }
  return (
    <p className={styles.links}>
      {objects && <Link href={objects}>{t('evidence.kubernetes')}</Link>}
      {portal && (
        <Link href={portal} target="_blank" rel="noopener">
          {t('evidence.azurePortal', { cluster: cluster.name })}
        </Link>
      )}
      {docs && (
        <Link href={docs} target="_blank" rel="noopener">
          {t('stack.docs', { value: stack?.title ?? '' })}
        </Link>
      )}
    </p>
  );
}
