import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
} from '@backstage-aks/plugin-aks-common';

const id = `metadata.annotations.${ANNOTATION_KUBERNETES_ID}` as const;
const labelSelector =
  `metadata.annotations.${ANNOTATION_KUBERNETES_LABEL_SELECTOR}` as const;

/**
 * Matches entities whose annotations say which workloads they mean, as a
 * predicate that an app's configuration can replace.
 */
export const annotatedFilter: FilterPredicate = {
  $any: [{ [id]: { $exists: true } }, { [labelSelector]: { $exists: true } }],
};

/**
 * Every component: where annotations are missing it is told which to add. Few
 * resources and APIs run on a cluster, so those must be annotated.
 */
export const exposableFilter: FilterPredicate = {
  $any: [
    { kind: 'component' },
    { $all: [{ kind: { $in: ['resource', 'api'] } }, annotatedFilter] },
  ],
};

/**
 * Whether an entity's annotations say which workloads it means, and so whether
 * the AKS components have anything to show for it.
 *
 * @public
 */
export function isAksAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return Boolean(
    annotations[ANNOTATION_KUBERNETES_ID]?.trim() ||
      annotations[ANNOTATION_KUBERNETES_LABEL_SELECTOR]?.trim(),
  );
}
