import { KubernetesObject } from '../objects/KubernetesObject';
import { Pod, PodTemplate } from '../objects/workloads';
import { ControllerContext, Resource } from './ControllerContext';
import { PODS } from './resources';

type Workload = KubernetesObject & { spec: { template: PodTemplate } };

interface PodIdentity {
  /** A fixed name; without it, the owner's name and a random suffix. */
  name?: string;
  labels?: Record<string, string>;
  spec?: Partial<PodTemplate['spec']>;
}

/** Creates a pod from a workload's template. */
export function createPod(
  context: ControllerContext,
  resource: Resource,
  owner: Workload,
  { name, labels, spec }: PodIdentity = {},
): Pod {
  const { template } = owner.spec;
  return context.create<Pod>(PODS, owner.metadata.namespace, {
    metadata: {
      ...(name ? { name } : { generateName: `${owner.metadata.name}-` }),
      labels: { ...template.metadata?.labels, ...labels },
      annotations: template.metadata?.annotations,
      ownerReferences: [context.ownerReference(resource, owner)],
    },
    spec: { ...template.spec, ...spec },
  });
}
