import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';

/** A cluster of a world, and how it differs from the world's manifests. */
export interface WorldCluster {
  name: string;
  region: string;
  kubernetesVersion: string;
  nodes: number;
  /** The services it runs; all where this is absent. */
  services?: string[];
  /** Folders beside `base` whose manifests it runs as well. */
  also: string[];
  /** At most so many pods of a Deployment or StatefulSet. */
  replicas?: number;
  /** What stands for `${NAME}` in the manifests. */
  values: Record<string, string>;
}

const SERVICE = 'backstage.io/kubernetes-id';

/**
 * The clusters that a list describes.
 *
 * @throws Error if an entry lacks a field
 */
export function worldClusters(list: unknown, file: string): WorldCluster[] {
  return objectsIn(list).map((entry, index) => {
    const { name, region, kubernetesVersion, nodes, values } = entry;
    if (
      typeof name !== 'string' ||
      typeof region !== 'string' ||
      typeof kubernetesVersion !== 'string' ||
      typeof nodes !== 'number' ||
      !isJsonObject(values)
    ) {
      throw new Error(
        `${file}: cluster ${
          index + 1
        } needs name, region, kubernetesVersion, nodes and values`,
      );
    }
    const { services, replicas, also } = entry;
    return {
      name,
      region,
      kubernetesVersion,
      nodes,
      also: Array.isArray(also) ? also.map(String) : [],
      services: Array.isArray(services) ? services.map(String) : undefined,
      replicas: typeof replicas === 'number' ? replicas : undefined,
      values: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, String(value)]),
      ),
    };
  });
}

/**
 * Fills a cluster's values into the text of manifests.
 *
 * @throws Error if the cluster has no such value
 */
export function withValues(
  text: string,
  { name: cluster, values }: WorldCluster,
): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    if (values[name] === undefined) {
      throw new Error(`the cluster ${cluster} has no value for ${name}`);
    }
    return values[name];
  });
}

/** Whether an object is of a service that the cluster runs, or of none. */
export function belongsTo(
  { services }: WorldCluster,
  { metadata }: ObjectInput,
): boolean {
  const service = metadata.labels?.[SERVICE];
  return !services || service === undefined || services.includes(service);
}

/** The object in the size that the cluster runs it in. */
export function inSize(
  { replicas: most }: WorldCluster,
  object: ObjectInput,
): ObjectInput {
  const replicas = valueAt(object, 'spec.replicas');
  return most !== undefined &&
    typeof replicas === 'number' &&
    isJsonObject(object.spec)
    ? {
        ...object,
        spec: { ...object.spec, replicas: Math.min(replicas, most) },
      }
    : object;
}
