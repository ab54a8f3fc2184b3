import { Projection } from '../../edge';
import { count, fieldsAt } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { workloadSelector } from '../selectors';
import { templateFacts } from './podTemplate';

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
      // A fleet has many of those that Deployments make, and each Deployment says
      // the same.
      ...(metadata.owner?.kind === 'Deployment'
        ? {}
        : templateFacts(spec.template)),
    },
    edges: [
      ...ownerEdges(metadata),
      { relation: 'selects', to: { kind: 'Pod', namespace, selector } },
    ],
  };
}
