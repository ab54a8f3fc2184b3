import { Projection } from '../../edge';
import { DeploymentRecord } from '../../records/workloads';
import { fieldsAt, reason } from '../fields';
import { metadataOf } from '../metadata';
import { workloadEdges } from './podTemplate';
import { replicatedFacts } from './replicated';

export function projectDeployment(object: unknown): Projection | undefined {
  const metadata = metadataOf('Deployment', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const record: DeploymentRecord = {
    ...metadata,
    ...replicatedFacts(object),
    paused: spec.paused === true,
    strategy: reason(fieldsAt(spec, 'strategy').type) ?? 'RollingUpdate',
  };
  return { record, edges: workloadEdges(record, record.selector) };
}
