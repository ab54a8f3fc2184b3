import { Projection } from '../../edge';
import { count, fieldsAt } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { workloadSelector } from '../selectors';

export function projectReplicaSet(object: unknown): Projection | undefined {
  const metadata = metadataOf('ReplicaSet', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const selector = workloadSelector(spec.selector);
  return {
    record: {
      ...metadata,
      replicas: count(spec.replicas) ?? 1,
      readyReplicas: count(fieldsAt(object, 'status').readyReplicas) ?? 0,
      selector,
    },
    edges: [
      ...ownerEdges(metadata),
      { relation: 'selects', to: { kind: 'Pod', namespace, selector } },
    ],
  };
}
