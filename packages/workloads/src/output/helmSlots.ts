import { checksum } from '../objects/contentHash';
import { Manifest } from '../objects/Manifest';
import { WorkloadPlan } from '../plan/WorkloadPlan';

type Path = (string | number)[];

/** A place in an object that a chart fills in when it is rendered. */
export interface Slot {
  path: Path;
  /** What stands between the braces. */
  expression: string;
}

/**
 * The places of an object that differ between environments. Values are written
 * as JSON, which is YAML too: whatever a value holds, it cannot break out.
 */
export function slotsOf({ object }: Manifest, plan: WorkloadPlan): Slot[] {
  const namespace = {
    path: ['metadata', 'namespace'],
    expression: '.Release.Namespace | toJson',
  };
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
      return [
        namespace,
        ...(plan.scaling?.type === 'fixed'
          ? [value(['spec', 'replicas'], '.replicas')]
          : []),
        ...programSlots(plan, ['spec', 'template']),
      ];
    case 'DaemonSet':
      return [namespace, ...programSlots(plan, ['spec', 'template'])];
    case 'Job':
      return [
        namespace,
        jobName(object, plan),
        ...programSlots(plan, ['spec', 'template']),
      ];
    case 'CronJob':
      return [
        namespace,
        ...programSlots(plan, ['spec', 'jobTemplate', 'spec', 'template']),
      ];
    case 'ScaledJob':
      return [
        namespace,
        ...programSlots(plan, ['spec', 'jobTargetRef', 'template']),
      ];
    case 'HorizontalPodAutoscaler':
      return [
        namespace,
        value(['spec', 'minReplicas'], '.minReplicas'),
        value(['spec', 'maxReplicas'], '.maxReplicas'),
      ];
    case 'ScaledObject':
      return [
        namespace,
        value(['spec', 'minReplicaCount'], '.minReplicas'),
        value(['spec', 'maxReplicaCount'], '.maxReplicas'),
      ];
    case 'HTTPRoute':
      return [namespace, value(['spec', 'hostnames'], '.hosts')];
    case 'Gateway':
      return [
        namespace,
        ...hostSlots(plan, index => [
          'spec',
          'listeners',
          index + 1,
          'hostname',
        ]),
      ];
    case 'Ingress':
      return [
        namespace,
        ...('tls' in plan.intent.exposure &&
        plan.intent.exposure.tls.by !== 'none'
          ? [value(['spec', 'tls', 0, 'hosts'], '.hosts')]
          : []),
        ...hostSlots(plan, index => ['spec', 'rules', index, 'host']),
      ];
    default:
      return [namespace];
  }
}

/** What the slots of a plan are filled with. */
export function chartValues({ intent, scaling }: WorkloadPlan) {
  const { image, resources, environment, exposure } = intent;
  return {
    image,
    ...(scaling?.type === 'fixed' ? { replicas: scaling.replicas } : {}),
    ...(scaling?.type === 'hpa' || scaling?.type === 'keda'
      ? {
          minReplicas: scaling.minReplicas,
          maxReplicas: scaling.maxReplicas,
        }
      : {}),
    resources: {
      requests: { cpu: resources.cpu, memory: resources.memory },
      limits: {
        ...(resources.cpuLimit ? { cpu: resources.cpuLimit } : {}),
        memory: resources.memoryLimit ?? resources.memory,
      },
    },
    ...('hosts' in exposure ? { hosts: exposure.hosts } : {}),
    ...(Object.keys(environment).length > 0
      ? {
          environment: Object.fromEntries(
            Object.keys(environment)
              .sort()
              .map(name => [name, environment[name]]),
          ),
        }
      : {}),
  };
}

function programSlots(
  { intent, oncePerNode }: WorkloadPlan,
  template: Path,
): Slot[] {
  const container: Path = [
    ...template,
    'spec',
    oncePerNode ? 'initContainers' : 'containers',
    0,
  ];
  return [
    value([...container, 'image'], '.image'),
    ...Object.keys(intent.environment)
      .sort()
      .map((name, index) => ({
        path: [...container, 'env', index, 'value'],
        // Kubernetes would expand $(NAME); a doubled dollar is one as it stands.
        expression: `.Values.environment.${name} | toString | replace "$" "$$" | toJson`,
      })),
    value([...container, 'resources'], '.resources'),
  ];
}

function hostSlots(
  { intent }: WorkloadPlan,
  pathOf: (index: number) => Path,
): Slot[] {
  const { exposure } = intent;
  const listed =
    exposure.type === 'ingress' ||
    (exposure.type === 'gateway' && exposure.tls.by !== 'none');
  return listed
    ? exposure.hosts.map((_, index) => ({
        path: pathOf(index),
        expression: `index .Values.hosts ${index} | toJson`,
      }))
    : [];
}

// A Job cannot be changed: other values give it another name. Only those that it is
// made of, as a new name is a new run.
function jobName(object: Manifest['object'], { intent }: WorkloadPlan): Slot {
  const used = [
    '.Values.image',
    '.Values.resources',
    ...(Object.keys(intent.environment).length > 0
      ? ['.Values.environment']
      : []),
  ];
  return {
    path: ['metadata', 'name'],
    expression: `printf "%s-%s" "${intent.name}" (printf "%s %s" "${checksum(
      object,
    )}" (toJson (list ${used.join(' ')})) | sha256sum | trunc 10) | toJson`,
  };
}

function value(path: Path, name: string): Slot {
  return { path, expression: `.Values${name} | toJson` };
}
