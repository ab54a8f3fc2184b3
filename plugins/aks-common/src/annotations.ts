/**
 * Selects the workloads of an entity by the label `backstage.io/kubernetes-id`.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * Selects the workloads of an entity by any label selector; wins over
 * {@link ANNOTATION_KUBERNETES_ID}.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';

/**
 * Limits an entity to namespaces, separated by commas.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_NAMESPACE =
  'backstage.io/kubernetes-namespace';

/**
 * Limits an entity to one cluster, by its name in the portal.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';
