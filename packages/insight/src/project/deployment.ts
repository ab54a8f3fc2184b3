import { Projection } from '../edge';
import { conditionsOf } from './conditions';
import { count, fieldsAt, textMap } from './fields';
import { metadataOf, ownerEdges } from './metadata';
import { declaredPorts } from './podSpec';
import { workloadSelector } from './selectors';

export function projectDeployment(object: unknown): Projection | undefined {
  const metadata = metadataOf('Deployment', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace } = metadata;
  const spec = fieldsAt(object, 'spec');
  const template = fieldsAt(spec, 'template');
  const status = fieldsAt(object, 'status');
  const generation = count(fieldsAt(object, 'metadata').generation) ?? 0;
  const selector = workloadSelector(spec.selector);
  return {
    record: {
      ...metadata,
      replicas: count(spec.replicas) ?? 1,
      readyReplicas: count(status.readyReplicas) ?? 0,
      updatedReplicas: count(status.updatedReplicas) ?? 0,
      availableReplicas: count(status.availableReplicas) ?? 0,
      paused: spec.paused === true,
      observed: (count(status.observedGeneration) ?? 0) >= generation,
      selector,
      templateLabels: textMap(fieldsAt(template, 'metadata').labels),
      templatePorts: declaredPorts(template.spec),
      conditions: conditionsOf(object),
    },
    edges: [
      ...ownerEdges(metadata),
      { relation: 'selects', to: { kind: 'Pod', namespace, selector } },
    ],
  };
}
