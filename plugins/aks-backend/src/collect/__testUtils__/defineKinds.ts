import { KindDescriptor, kinds } from '@backstage-aks/insight';
import { ApiException, KubernetesObject } from '@kubernetes/client-node';
import { eventually } from './eventually';
import { WritableCluster } from './writableCluster';

/**
 * Has a cluster serve the kinds of add-ons among those that are wanted, of
 * whatever form. Returns how to take back what it did not serve before.
 */
export async function defineKinds(
  { api }: WritableCluster,
  wanted: ReadonlySet<string>,
): Promise<() => Promise<void>> {
  const defined: KubernetesObject[] = [];
  for (const descriptor of kinds) {
    if (descriptor.custom && wanted.has(descriptor.kind)) {
      const definition = definitionOf(descriptor);
      if (!(await isThere(api, definition))) {
        await api.create(definition);
        defined.push(definition);
      }
      await eventually(() =>
        api.list(apiVersionOf(descriptor), descriptor.kind),
      );
    }
  }
  return async () => {
    for (const definition of defined) {
      await api.delete(definition);
    }
  };
}

// Not left to the answer 409: a policy of the server may refuse first.
async function isThere(
  api: WritableCluster['api'],
  { apiVersion, kind, metadata }: KubernetesObject,
): Promise<boolean> {
  try {
    await api.read({
      apiVersion,
      kind,
      metadata: { name: metadata?.name ?? '' },
    });
    return true;
  } catch (error) {
    if (error instanceof ApiException && error.code === 404) {
      return false;
    }
    throw error;
  }
}

function apiVersionOf({ group, version }: KindDescriptor): string {
  return `${group}/${version}`;
}

function definitionOf(descriptor: KindDescriptor): KubernetesObject {
  const { group, version, kind, plural, namespaced } = descriptor;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: {
        // Asked of whoever defines kinds in a group of Kubernetes itself.
        'api-approved.kubernetes.io': 'unapproved, experimental-only',
      },
    },
    spec: {
      group,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
      },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              x_kubernetes_preserve_unknown_fields: true,
            },
          },
        },
      ],
    },
  } as KubernetesObject;
}
