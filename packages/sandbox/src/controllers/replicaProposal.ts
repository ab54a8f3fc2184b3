import { Metric, ResourceMetric } from '../objects/autoscalers';
import { Pod } from '../objects/workloads';
import { isReady } from './conditions';
import { quantityOf } from './quantity';
import { Scalable } from './scalableOf';
import { requestOf, usageOfEach } from './simulatedUsage';

/** How many pods a metric asks for, or why it cannot tell. */
export type ReplicaProposal =
  | {
      replicas: number;
      /** The metric in the words of conditions and events. */
      metric: string;
      status: Record<string, unknown>;
    }
  | { failure: { reason: string; message: string } };

/** What a metric is computed from. */
export interface Measured {
  workload: Scalable;
  pods: Pod[];
  minReplicas: number;
}

// A deviation up to a tenth changes nothing.
const TOLERANCE = 0.1;

/** Computes what one metric asks for, as the autoscaler's calculator does. */
export function replicaProposal(
  metric: Metric,
  measured: Measured,
): ReplicaProposal {
  if (metric.type === 'Resource' && metric.resource) {
    return resourceProposal(metric.resource, measured);
  }
  if (metric.type === 'ContainerResource' && metric.containerResource) {
    const { container } = metric.containerResource;
    return resourceProposal(metric.containerResource, measured, container);
  }
  return unserved(metric);
}

function resourceProposal(
  { name, target }: ResourceMetric,
  { workload, pods, minReplicas }: Measured,
  container?: string,
): ReplicaProposal {
  const type = container === undefined ? 'Resource' : 'ContainerResource';
  const fail = (cause: string): ReplicaProposal => ({
    failure: {
      reason: `FailedGet${type}Metric`,
      message: `failed to get ${name} ${
        target.averageUtilization === undefined ? 'usage' : 'utilization'
      }: ${cause}`,
    },
  });
  const serving = pods.filter(isReady);
  if (serving.length === 0) {
    return fail(
      `unable to get metrics for resource ${name}: no metrics returned from resource metrics API`,
    );
  }
  const requests = serving.map(pod => requestOf(pod, name, container));
  const asked = requests.filter(one => typeof one === 'number');
  const average = asked.reduce((sum, one) => sum + one, 0) / asked.length || 0;
  const each = usageOfEach(workload, serving.length, name, {
    request: average,
    pods: minReplicas,
  });
  const counts = {
    current: workload.spec.replicas ?? 1,
    serving: serving.length,
    starting: pods.length - serving.length,
  };
  const averageValue = quantityText(name, each);
  const status = (values: object) => ({
    type,
    [type === 'Resource' ? 'resource' : 'containerResource']: {
      name,
      ...(container && { container }),
      current: { ...values, averageValue },
    },
  });
  if (target.averageUtilization === undefined) {
    return {
      replicas: scaled(counts, each / quantityOf(target.averageValue)),
      metric: container ? `${name} container resource` : `${name} resource`,
      status: status({}),
    };
  }
  const without = requests.findIndex(one => typeof one !== 'number');
  const lacking = requests[without];
  if (typeof lacking === 'object') {
    return fail(
      `missing request for ${name} in container ${lacking.missing.name} of Pod ${serving[without].metadata.name}`,
    );
  }
  const utilization = Math.floor((each / average) * 100);
  return {
    replicas: scaled(counts, utilization / target.averageUtilization),
    metric: container
      ? `${name} container resource utilization (percentage of request)`
      : `${name} resource utilization (percentage of request)`,
    status: status({ averageUtilization: utilization }),
  };
}

interface Counts {
  current: number;
  serving: number;
  starting: number;
}

// Pods that start will take their part: they count as idle where the others
// are too busy, and not at all where these are not.
function scaled({ current, serving, starting }: Counts, ratio: number): number {
  const all = ratio > 1 ? serving + starting : serving;
  const shared = (ratio * serving) / all;
  if (Math.abs(shared - 1) <= TOLERANCE || (ratio > 1 && shared < 1)) {
    return current;
  }
  const replicas = Math.ceil(shared * all);
  return ratio > 1 ? Math.max(replicas, current) : replicas;
}

/** As a metrics server tells: CPU in thousandths, memory in bytes. */
function quantityText(resource: string, value: number): string {
  return resource === 'cpu'
    ? `${Math.round(value * 1000)}m`
    : String(Math.round(value));
}

// A sandbox serves no metrics of somebody's own.
function unserved({ type, external, pods, object }: Metric): ReplicaProposal {
  const name = (external ?? pods ?? object)?.metric.name ?? '';
  const api = type === 'External' ? 'external' : 'custom';
  return {
    failure: {
      reason: `FailedGet${type}Metric`,
      message: `unable to get ${type.toLowerCase()} metric ${name}: unable to fetch metrics from ${api} metrics API: the server could not find the requested resource (get ${name}.${api}.metrics.k8s.io)`,
    },
  };
}
