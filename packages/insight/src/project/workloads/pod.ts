import { Edge, Projection } from '../../edge';
import { Condition } from '../../records/base';
import { ContainerFacts, PodRecord } from '../../records/pods';
import { conditionsOf } from '../conditions';
import { annotation } from '../annotations';
import { resourcesOf } from '../containers';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  present,
  reason,
  text,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import {
  claimsOf,
  declaredPorts,
  podSpecEdges,
  podSpecFacts,
} from '../podSpec';
import { edgesTo, refTo } from '../references';
import { signalsIn } from '../signals';

export function projectPod(object: unknown): Projection | undefined {
  const metadata = metadataOf('Pod', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const conditions = conditionsOf(object);
  const claims = [...claimsOf(spec), ...ephemeralClaims(spec, metadata.name)];
  const record: PodRecord = present({
    ...metadata,
    phase: reason(status.phase) ?? 'Unknown',
    ready: conditions.some(
      ({ type, status: state }) => type === 'Ready' && state === 'True',
    ),
    reason: reason(status.reason) ?? unscheduled(conditions),
    node: text(spec.nodeName),
    ports: declaredPorts(spec),
    containers: [
      ...fieldsIn(status.initContainerStatuses).map(entry =>
        containerFacts(entry, true),
      ),
      ...fieldsIn(status.containerStatuses).map(entry =>
        containerFacts(entry, false),
      ),
    ],
    conditions,
    resources: fieldsIn(spec.containers).map(resourcesOf),
    claims,
    serviceAccount: nameIn(spec.serviceAccountName),
    priority: wholeNumber(spec.priority),
    eviction: evictionOf(object),
    spec: metadata.owner
      ? undefined
      : podSpecFacts(spec, fieldsAt(object, 'metadata')),
  });
  return { record, edges: [...ownerEdges(record), ...needs(record)] };
}

/**
 * What a pod needs. One that a controller owns has only the claims, of which a
 * StatefulSet's template knows no names: all else is its template's, and a
 * fleet has many times more pods than templates.
 */
function needs({ namespace, claims, spec }: PodRecord): Edge[] {
  return spec
    ? podSpecEdges({ ...spec, claims }, namespace)
    : edgesTo(
        'mounts',
        claims.map(name => refTo('PersistentVolumeClaim', namespace, name)),
      );
}

/** Claims that live as long as the pod are named after it and the volume. */
function ephemeralClaims(spec: Fields, pod: string): string[] {
  return fieldsIn(spec.volumes).flatMap(volume => {
    const name = nameIn(volume.name);
    return name && Object.hasOwn(volume, 'ephemeral') ? `${pod}-${name}` : [];
  });
}

function evictionOf(object: unknown): PodRecord['eviction'] {
  const safe = annotation(
    object,
    'cluster-autoscaler.kubernetes.io/safe-to-evict',
  );
  if (
    safe === 'false' ||
    annotation(object, 'karpenter.sh/do-not-disrupt') === 'true'
  ) {
    return 'refused';
  }
  return safe === 'true' ? 'allowed' : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? value
    : undefined;
}

function unscheduled(conditions: Condition[]): string | undefined {
  return conditions.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  )?.reason;
}

function containerFacts(status: Fields, init: boolean): ContainerFacts {
  const state = fieldsAt(status, 'state');
  const current = (['waiting', 'running', 'terminated'] as const).find(name =>
    Object.hasOwn(state, name),
  );
  const shown: Fields = current ? fieldsAt(state, current) : {};
  const signals = signalsIn(shown.message);
  const ended = fieldsAt(status, 'lastState', 'terminated');
  const endReason = reason(ended.reason);
  const exitCode = count(ended.exitCode);
  return present<ContainerFacts>({
    name: text(status.name) ?? '',
    ready: status.ready === true,
    restarts: count(status.restartCount) ?? 0,
    state: current ?? 'unknown',
    reason: reason(shown.reason),
    signals: signals.length > 0 ? signals : undefined,
    lastTermination:
      endReason || exitCode !== undefined
        ? present({ reason: endReason, exitCode })
        : undefined,
    init,
  });
}
