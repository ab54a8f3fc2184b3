import type { ClusterState } from '../cluster/ClusterState';
import { invalidValue } from '../errors/fieldErrors';
import { badRequest, conflict, invalid } from '../errors/refusals';
import { isJsonObject, JsonObject, valueAt } from '../objects/json';
import { WriteOptions } from '../registry/WriteOptions';
import { scaleOf, scalePaths } from './scaleOf';
import type { ResourceRequest } from './serveResource';

/** Changes the replicas of a workload through its Scale. */
export function replaceScale(
  { registry }: ClusterState,
  { kind, stored, target }: ResourceRequest,
  change: (scale: JsonObject) => unknown,
  options: WriteOptions,
) {
  const { namespace, name = '' } = target;
  const changed = registry.update(
    stored,
    namespace,
    name,
    current => {
      const wanted = change(scaleOf(kind, current));
      if (!isJsonObject(wanted)) {
        throw badRequest('a Scale must be an object');
      }
      const version = valueAt(wanted, 'metadata.resourceVersion');
      if (version && version !== current.metadata.resourceVersion) {
        throw conflict(kind, name);
      }
      const replicas = Number(valueAt(wanted, 'spec.replicas') ?? 0);
      if (!Number.isInteger(replicas) || replicas < 0) {
        throw invalid({ group: 'autoscaling', kind: 'Scale' }, name, [
          invalidValue(
            'spec.replicas',
            replicas,
            'must be greater than or equal to 0',
          ),
        ]);
      }
      const path = scalePaths(kind).replicas.split('.');
      return { ...current, ...withValue(current, path, replicas) };
    },
    options,
  );
  return scaleOf(kind, changed);
}

/** A copy of an object with another value at a path. */
function withValue(
  object: JsonObject,
  [field, ...rest]: string[],
  value: unknown,
): JsonObject {
  const present = object[field];
  return {
    ...object,
    [field]:
      rest.length === 0
        ? value
        : withValue(isJsonObject(present) ? present : {}, rest, value),
  };
}
