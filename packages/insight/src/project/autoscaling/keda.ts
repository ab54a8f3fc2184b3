import { Projection } from '../../edge';
import { ScaledObjectRecord } from '../../records/autoscaling';
import { ScaledJobRecord } from '../../records/scaledJobs';
import { annotation } from '../annotations';
import { conditionsOf } from '../conditions';
import {
  count,
  Fields,
  fieldsAt,
  nameIn,
  present,
  reason,
  time,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn, refTo } from '../references';
import { jobSettings } from '../workloads/jobs';
import { templateFacts, workloadEdges } from '../workloads/podTemplate';
import { pauseOf, triggerEdges, triggersOf } from './triggers';

// Defaults: keda-docs 2.21, read on 2026-11-22.
export function projectScaledObject(object: unknown): Projection | undefined {
  const metadata = metadataOf('ScaledObject', object);
  if (!metadata) {
    return undefined;
  }
  const { namespace, name } = metadata;
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const target = referenceIn(spec.scaleTargetRef, {
    namespace,
    kind: 'Deployment',
    group: 'apps',
  });
  const hpa = fieldsAt(spec, 'advanced', 'horizontalPodAutoscalerConfig').name;
  const record: ScaledObjectRecord = present({
    ...metadata,
    target,
    minReplicas: count(spec.minReplicaCount) ?? 0,
    maxReplicas: count(spec.maxReplicaCount) ?? 100,
    idleReplicas: count(spec.idleReplicaCount),
    polling: count(spec.pollingInterval) ?? 30,
    cooldown: count(spec.cooldownPeriod) ?? 300,
    fallback: fallbackOf(fieldsAt(spec, 'fallback')),
    triggers: triggersOf(spec, namespace),
    pause: pauseOf(object),
    takesOverHpa:
      annotation(object, 'scaledobject.keda.sh/transfer-hpa-ownership') ===
      'true',
    hpa: nameIn(status.hpaName) ?? nameIn(hpa) ?? `keda-hpa-${name}`,
    lastActiveAt: time(status.lastActiveTime),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [
      ...ownerEdges(record),
      ...edgesTo('scales', [target]),
      ...edgesTo('uses', [
        refTo('HorizontalPodAutoscaler', namespace, record.hpa),
      ]),
      ...triggerEdges(record.triggers),
    ],
  };
}

export function projectScaledJob(object: unknown): Projection | undefined {
  const metadata = metadataOf('ScaledJob', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const job = fieldsAt(spec, 'jobTargetRef');
  const record: ScaledJobRecord = present({
    ...metadata,
    settings: jobSettings(job),
    maxReplicas: count(spec.maxReplicaCount) ?? 100,
    polling: count(spec.pollingInterval) ?? 30,
    strategy: reason(fieldsAt(spec, 'scalingStrategy').strategy) ?? 'default',
    triggers: triggersOf(spec, metadata.namespace),
    pause: pauseOf(object),
    lastActiveAt: time(fieldsAt(object, 'status').lastActiveTime),
    ...templateFacts(job.template),
    conditions: conditionsOf(object),
  });
  return {
    record,
    edges: [...workloadEdges(record), ...triggerEdges(record.triggers)],
  };
}

function fallbackOf(fallback: Fields): ScaledObjectRecord['fallback'] {
  const replicas = count(fallback.replicas);
  return replicas === undefined
    ? undefined
    : {
        replicas,
        failureThreshold: count(fallback.failureThreshold) ?? 0,
        behavior: reason(fallback.behavior) ?? 'static',
      };
}
