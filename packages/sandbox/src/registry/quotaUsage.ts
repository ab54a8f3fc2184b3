import { quantityOf } from '../controllers/quantity';
import { Pod } from '../objects/workloads';

/** How much of what a ResourceQuota limits one pod takes, by resource. */
type Measure = (pod: Pod) => number;

// What the pods of a namespace may take together; the sandbox holds nobody to
// the limits on other objects.
const MEASURES: Record<string, Measure> = {
  pods: () => 1,
  'requests.cpu': total('requests', 'cpu'),
  'requests.memory': total('requests', 'memory'),
  'limits.cpu': total('limits', 'cpu'),
  'limits.memory': total('limits', 'memory'),
};

function total(side: 'requests' | 'limits', resource: string): Measure {
  return ({ spec }) =>
    spec.containers.reduce(
      (sum, { resources }) => sum + quantityOf(resources?.[side]?.[resource]),
      0,
    );
}

/** Whether the sandbox holds pods to a quota on this resource. */
export function isMeasured(resource: string): boolean {
  return resource in MEASURES;
}

/** What the running pods take of a resource, in cores, bytes or pods. */
export function usageOf(resource: string, pods: readonly Pod[]): number {
  return pods
    .filter(
      ({ status }) => !['Succeeded', 'Failed'].includes(status?.phase ?? ''),
    )
    .reduce((sum, pod) => sum + MEASURES[resource](pod), 0);
}

/** A number as quotas write it: `4`, `1500m`, `2Gi`. */
export function quantityText(resource: string, amount: number): string {
  if (resource.endsWith('.memory') && amount > 0) {
    const mebibytes = amount / 2 ** 20;
    return mebibytes % 1024 === 0
      ? `${mebibytes / 1024}Gi`
      : `${Math.ceil(mebibytes)}Mi`;
  }
  const thousandths = Math.round(amount * 1000);
  return thousandths % 1000 === 0
    ? String(thousandths / 1000)
    : `${thousandths}m`;
}
