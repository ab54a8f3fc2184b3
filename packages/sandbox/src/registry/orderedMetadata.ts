import { ObjectMeta } from '../objects/KubernetesObject';

/** Metadata with its fields in the order in which the server writes them. */
export function orderedMetadata(metadata: ObjectMeta): ObjectMeta {
  const {
    name,
    generateName,
    namespace,
    uid,
    resourceVersion,
    generation,
    creationTimestamp,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    labels,
    annotations,
    ownerReferences,
    finalizers,
    managedFields,
  } = metadata;
  return {
    name,
    ...(generateName && { generateName }),
    ...(namespace && { namespace }),
    uid,
    resourceVersion,
    ...(generation !== undefined && { generation }),
    creationTimestamp,
    ...(deletionTimestamp && { deletionTimestamp }),
    ...(deletionGracePeriodSeconds !== undefined && {
      deletionGracePeriodSeconds,
    }),
    ...(hasEntries(labels) && { labels }),
    ...(hasEntries(annotations) && { annotations }),
    ...(ownerReferences?.length && { ownerReferences }),
    ...(finalizers?.length && { finalizers }),
    ...(managedFields?.length && { managedFields }),
  };
}

function hasEntries(map: Record<string, string> | undefined | null): boolean {
  return Object.keys(map ?? {}).length > 0;
}
