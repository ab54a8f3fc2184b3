import { Projection } from '../edge';
import { Condition, ContainerFacts } from '../record';
import { conditionsOf } from './conditions';
import { count, Fields, fieldsAt, fieldsIn, reason, text } from './fields';
import { metadataOf, ownerEdges } from './metadata';
import { declaredPorts } from './podSpec';

export function projectPod(object: unknown): Projection | undefined {
  const metadata = metadataOf('Pod', object);
  if (!metadata) {
    return undefined;
  }
  const spec = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const conditions = conditionsOf(object);
  const why = reason(status.reason) ?? unscheduled(conditions);
  const node = text(spec.nodeName);
  return {
    record: {
      ...metadata,
      phase: reason(status.phase) ?? 'Unknown',
      ready: conditions.some(
        ({ type, status: state }) => type === 'Ready' && state === 'True',
      ),
      ...(why && { reason: why }),
      ...(node && { node }),
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
    },
    edges: ownerEdges(metadata),
  };
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
  const why = current && reason(fieldsAt(state, current).reason);
  const ended = fieldsAt(status, 'lastState', 'terminated');
  const endReason = reason(ended.reason);
  const exitCode = count(ended.exitCode);
  return {
    name: text(status.name) ?? '',
    ready: status.ready === true,
    restarts: count(status.restartCount) ?? 0,
    state: current ?? 'unknown',
    ...(why && { reason: why }),
    ...((endReason || exitCode !== undefined) && {
      lastTermination: {
        ...(endReason && { reason: endReason }),
        ...(exitCode !== undefined && { exitCode }),
      },
    }),
    init,
  };
}
