import { KubernetesObject, ObjectInput } from '@backstage-aks/sandbox';

/** The name under which a benchmark makes things on a real server. */
export const BENCHMARK = 'backstage-aks-bench';

/** The label of all that a benchmark has made. */
const MANAGED_BY = 'app.kubernetes.io/managed-by';

/**
 * A generated object as it is written to a real server, where controllers may
 * run: nothing of it is served, scheduled or looked after by them.
 *
 * @param benchmark - What the IngressClass is called, and what the names of the
 * namespaces begin with.
 * @param uids - The uids that the server gave, by those that were generated.
 */
export function asWritten(
  object: KubernetesObject,
  benchmark: string,
  uids: ReadonlyMap<string, string>,
): ObjectInput {
  const { metadata, status: _, ...rest } = object;
  const { namespace, labels, annotations, ownerReferences } = metadata;
  return {
    ...rest,
    ...contentOf(object, benchmark),
    metadata: {
      name: nameOf(object, benchmark),
      ...(namespace !== undefined && {
        namespace: `${benchmark}-${namespace}`,
      }),
      annotations,
      labels: { ...labels, [MANAGED_BY]: BENCHMARK, ...ownSlice(object) },
      ownerReferences: ownerReferences?.map(reference => ({
        ...reference,
        uid: uids.get(reference.uid) ?? reference.uid,
      })),
    },
  };
}

function nameOf(
  { kind, metadata: { name } }: KubernetesObject,
  benchmark: string,
): string {
  switch (kind) {
    case 'Namespace':
      return `${benchmark}-${name}`;
    case 'IngressClass':
      return benchmark;
    default:
      return name;
  }
}

// Else the cluster's own controller takes it for one of its own.
function ownSlice({ kind }: KubernetesObject): Record<string, string> {
  return kind === 'EndpointSlice'
    ? { 'endpointslice.kubernetes.io/managed-by': BENCHMARK }
    : {};
}

function contentOf(object: KubernetesObject, benchmark: string): object {
  const spec = (object.spec ?? {}) as Record<string, unknown>;
  switch (object.kind) {
    case 'Pod':
      return { spec: unscheduled(spec) };
    case 'Deployment':
    case 'ReplicaSet': {
      const template = spec.template as { spec: Record<string, unknown> };
      return {
        spec: {
          ...spec,
          template: { ...template, spec: unscheduled(template.spec) },
        },
      };
    }
    case 'Service': {
      const { clusterIP, clusterIPs, ...others } = spec;
      return { spec: others };
    }
    case 'IngressClass':
      return { spec: { controller: `example.com/${BENCHMARK}` } };
    case 'Ingress':
      return { spec: { ...spec, ingressClassName: benchmark } };
    default:
      return {};
  }
}

/** A pod that no scheduler places, so that no node ever runs it. */
function unscheduled({
  nodeName,
  priority,
  preemptionPolicy,
  ...spec
}: Record<string, unknown>): object {
  return { ...spec, schedulerName: BENCHMARK };
}
