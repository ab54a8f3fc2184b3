import { Edge } from '../../edge';
import { NodeTemplate } from '../../records/karpenter';
import {
  count,
  duration,
  Fields,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  reason,
} from '../fields';
import { edgesTo, referenceIn } from '../references';
import { taintsIn } from '../taints';

/** What a NodePool's template or a NodeClaim asks of a node. */
export function nodeTemplate(spec: Fields): NodeTemplate {
  return present<NodeTemplate>({
    nodeClass: referenceIn(spec.nodeClassRef, { namespace: '' }),
    requirements: fieldsIn(spec.requirements).map(entry =>
      present({
        key: nameIn(entry.key) ?? '',
        operator: reason(entry.operator) ?? '',
        values: namesIn(entry.values),
        minValues: count(entry.minValues),
      }),
    ),
    taints: taintsIn(spec.taints),
    startupTaints: taintsIn(spec.startupTaints),
    expireAfter: duration(spec.expireAfter),
  });
}

export function nodeClassEdges({ nodeClass }: NodeTemplate): Edge[] {
  // Node classes are cluster-scoped, those of other providers too.
  return edgesTo('uses', [nodeClass && { ...nodeClass, namespace: '' }]);
}
