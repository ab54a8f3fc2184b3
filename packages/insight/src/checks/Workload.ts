import { Labels } from '../labelSelector';
import { KubernetesRecord, RecordKind, RecordOf } from '../record';
import { ContainerSpec, PodSpecFacts } from '../records/podTemplates';
import { podLabelsOf } from '../RecordSet';

/** The kinds that say what their pods are to be. */
export const WORKLOAD_KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'CronJob',
  'Job',
  'ScaledJob',
  'Pod',
] as const satisfies readonly RecordKind[];

type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** An object that says what its pods are to be, and where it says so. */
export interface Workload {
  record: RecordOf<WorkloadKind>;
  podSpec: PodSpecFacts;
  podLabels: Labels;
  /** The path of the pod spec in the object, such as `spec.template.spec`. */
  path: string;
  /** The path of the pod's own metadata, such as `spec.template.metadata`. */
  metadataPath: string;
}

const PATHS: Record<WorkloadKind, string> = {
  Deployment: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
  DaemonSet: 'spec.template.spec',
  ReplicaSet: 'spec.template.spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  Job: 'spec.template.spec',
  ScaledJob: 'spec.jobTargetRef.template.spec',
  Pod: 'spec',
};

/**
 * A record as a workload. Undefined for what is none, and for what another
 * workload makes: a CronJob's Jobs and a Deployment's pods are judged by the
 * template that they come from.
 */
export function workloadOf(record: KubernetesRecord): Workload | undefined {
  if (!isWorkload(record) || (record.owner && isKind(record.owner.kind))) {
    return undefined;
  }
  const podSpec = record.kind === 'Pod' ? record.spec : record.template;
  const podLabels =
    'templateLabels' in record ? record.templateLabels : podLabelsOf(record);
  return podSpec && podLabels
    ? {
        record,
        podSpec,
        podLabels,
        path: PATHS[record.kind],
        metadataPath: PATHS[record.kind].replace(/spec$/, 'metadata'),
      }
    : undefined;
}

/** The path of one container, such as `spec.containers[0]`. */
export function containerPath(
  { podSpec, path }: Workload,
  container: ContainerSpec,
): string {
  const isMain = container.runs === 'main';
  const list = podSpec.containers.filter(
    ({ runs }) => (runs === 'main') === isMain,
  );
  return `${path}.${isMain ? 'containers' : 'initContainers'}[${list.indexOf(
    container,
  )}]`;
}

function isWorkload(
  record: KubernetesRecord,
): record is RecordOf<WorkloadKind> {
  return isKind(record.kind);
}

function isKind(kind: string): boolean {
  return WORKLOAD_KINDS.some(known => known === kind);
}
