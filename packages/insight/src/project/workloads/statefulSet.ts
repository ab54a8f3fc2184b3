import { Projection } from '../../edge';
import { ClaimTemplate, StatefulSetRecord } from '../../records/workloads';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  namesIn,
  present,
  quantity,
  reason,
} from '../fields';
import { metadataOf } from '../metadata';
import { edgesTo, refTo } from '../references';
import { workloadEdges } from './podTemplate';
import { replicatedFacts } from './replicated';

export function projectStatefulSet(object: unknown): Projection | undefined {
  const metadata = metadataOf('StatefulSet', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const strategy = fieldsAt(spec, 'updateStrategy');
  const retention = fieldsAt(spec, 'persistentVolumeClaimRetentionPolicy');
  const serviceName = nameIn(spec.serviceName);
  const record: StatefulSetRecord = present({
    ...metadata,
    ...replicatedFacts(object),
    serviceName,
    podManagement: reason(spec.podManagementPolicy) ?? 'OrderedReady',
    strategy: reason(strategy.type) ?? 'RollingUpdate',
    partition: count(fieldsAt(strategy, 'rollingUpdate').partition) ?? 0,
    claimTemplates: fieldsIn(spec.volumeClaimTemplates).map(claimTemplate),
    claimRetention: {
      whenDeleted: reason(retention.whenDeleted) ?? 'Retain',
      whenScaled: reason(retention.whenScaled) ?? 'Retain',
    },
  });
  return {
    record,
    edges: [
      ...workloadEdges(record, record.selector),
      ...edgesTo('uses', [
        serviceName
          ? refTo('Service', record.namespace, serviceName)
          : undefined,
      ]),
    ],
  };
}

function claimTemplate(entry: Fields): ClaimTemplate {
  const spec = fieldsAt(entry, 'spec');
  return present({
    name: nameIn(fieldsAt(entry, 'metadata').name) ?? '',
    storageClass: nameIn(spec.storageClassName),
    accessModes: namesIn(spec.accessModes),
    requested: quantity(fieldsAt(spec, 'resources', 'requests').storage),
  });
}
