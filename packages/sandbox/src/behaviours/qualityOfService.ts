import { isJsonObject, JsonObject, objectsIn } from '../objects/json';

/** The quality-of-service class that a pod's resources give it. */
export function qualityOfService(
  spec: JsonObject,
): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const resources = [
    ...objectsIn(spec.initContainers),
    ...objectsIn(spec.containers),
  ].map(container =>
    isJsonObject(container.resources) ? container.resources : {},
  );
  const declares = resources.some(
    ({ limits, requests }) => hasCompute(limits) || hasCompute(requests),
  );
  if (!declares) {
    return 'BestEffort';
  }
  const guaranteed = resources.every(({ limits, requests }) =>
    ['cpu', 'memory'].every(
      name =>
        isJsonObject(limits) &&
        limits[name] !== undefined &&
        (!isJsonObject(requests) ||
          requests[name] === undefined ||
          requests[name] === limits[name]),
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

function hasCompute(quantities: unknown): boolean {
  return (
    isJsonObject(quantities) && ('cpu' in quantities || 'memory' in quantities)
  );
}
