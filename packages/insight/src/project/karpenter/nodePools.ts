import { Projection } from '../../edge';
import {
  AKSNodeClassRecord,
  DisruptionBudget,
  NodeClaimRecord,
  NodePoolRecord,
} from '../../records/karpenter';
import { conditionsOf } from '../conditions';
import {
  armIdIn,
  count,
  countOrPercent,
  duration,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  quantities,
  reason,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, refTo } from '../references';
import { scheduleIn } from '../workloads/jobs';
import { nodeClassEdges, nodeTemplate } from './nodeTemplate';

export function projectNodePool(object: unknown): Projection | undefined {
  const metadata = metadataOf('NodePool', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const disruption = fieldsAt(spec, 'disruption');
  const record: NodePoolRecord = present({
    ...metadata,
    ...nodeTemplate(fieldsAt(spec, 'template', 'spec')),
    limits: quantities(spec.limits),
    resources: quantities(status.resources),
    nodes: count(status.nodes) ?? 0,
    weight: count(spec.weight),
    consolidation: present({
      policy:
        reason(disruption.consolidationPolicy) ?? 'WhenEmptyOrUnderutilized',
      after: duration(disruption.consolidateAfter),
    }),
    budgets: fieldsIn(disruption.budgets).map(budgetOf),
    conditions: conditionsOf(object),
  });
  return { record, edges: [...ownerEdges(record), ...nodeClassEdges(record)] };
}

export function projectNodeClaim(object: unknown): Projection | undefined {
  const metadata = metadataOf('NodeClaim', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const pool = nameIn(metadata.labels['karpenter.sh/nodepool']);
  const node = nameIn(status.nodeName);
  const record: NodeClaimRecord = present({
    ...metadata,
    ...nodeTemplate(spec),
    pool,
    node,
    requests: quantities(fieldsAt(spec, 'resources').requests),
    capacity: quantities(status.capacity),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('uses', [pool ? refTo('NodePool', '', pool) : undefined]),
      ...nodeClassEdges(record),
      ...edgesTo('bound-to', [node ? refTo('Node', '', node) : undefined]),
    ],
  };
}

export function projectAksNodeClass(object: unknown): Projection | undefined {
  const metadata = metadataOf('AKSNodeClass', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const record: AKSNodeClassRecord = present({
    ...metadata,
    imageFamily: nameIn(spec.imageFamily),
    maxPods: count(spec.maxPods),
    osDiskGb: count(spec.osDiskSizeGB),
    subnetId: armIdIn(spec.vnetSubnetID),
    fips: spec.fipsMode === 'FIPS',
    localDns: reason(fieldsAt(spec, 'localDNS').mode),
    kubernetesVersion: nameIn(fieldsAt(object, 'status').kubernetesVersion),
    conditions: conditionsOf(object),
  });
  return { record, edges: ownerEdges(record) };
}

function budgetOf(budget: Fields): DisruptionBudget {
  return present<DisruptionBudget>({
    nodes: String(
      countOrPercent(budget.nodes) ??
        countOrPercent(Number(budget.nodes)) ??
        '',
    ),
    reasons: namesIn(budget.reasons),
    schedule: scheduleIn(budget.schedule),
    duration: duration(budget.duration),
  });
}
