import { Container, Pod } from '../objects/workloads';
import { quantityOf } from './quantity';
import { Scalable } from './scalableOf';

/**
 * Annotations of a workload: what all its pods use together, such as `900m`
 * and `2Gi`. Nothing runs in a sandbox, so somebody has to say so.
 */
const USAGE: Record<string, string> = {
  cpu: 'sandbox.backstage-aks.io/cpu-usage',
  memory: 'sandbox.backstage-aks.io/memory-usage',
};

// Of what a workload asks for at its smallest size, this much is used.
const USUAL_SHARE = 0.6;

/** What the containers of a pod ask for; undefined where one asks for none. */
export function requestOf(
  pod: Pod,
  resource: string,
  container?: string,
): number | { missing: Container } {
  const containers = pod.spec.containers.filter(
    ({ name }) => container === undefined || name === container,
  );
  const missing = containers.find(
    ({ resources }) => resources?.requests?.[resource] === undefined,
  );
  return missing
    ? { missing }
    : containers.reduce(
        (sum, { resources }) =>
          sum + quantityOf(resources?.requests?.[resource]),
        0,
      );
}

/**
 * What each of a workload's pods uses, as a metrics server would tell: the
 * load of the whole, shared among those that serve.
 */
export function usageOfEach(
  { metadata }: Scalable,
  serving: number,
  resource: string,
  usual: { request: number; pods: number },
): number {
  const told = metadata.annotations?.[USAGE[resource] ?? ''];
  const load =
    told === undefined
      ? usual.request * usual.pods * USUAL_SHARE
      : quantityOf(told);
  return load / Math.max(serving, 1);
}
