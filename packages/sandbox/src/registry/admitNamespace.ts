import { notFound } from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import { KindDefinition } from '../kinds/KindDefinition';
import type { Registry } from './Registry';

/** Lets nothing new into a namespace that is absent or going away. */
export function admitNamespace(
  registry: Registry,
  kind: KindDefinition,
  namespace: string | undefined,
  name: string,
): void {
  if (!kind.namespaced || namespace === undefined) {
    return;
  }
  const namespaces = registry.kinds.mustGet('', 'namespaces');
  const found = registry.find(namespaces, undefined, namespace);
  if (!found) {
    throw notFound(namespaces, namespace);
  }
  if (found.metadata.deletionTimestamp) {
    const resource = kind.group ? `${kind.plural}.${kind.group}` : kind.plural;
    throw new StatusError({
      code: 403,
      reason: 'Forbidden',
      message: `${resource} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      details: {
        name,
        ...(kind.group && { group: kind.group }),
        kind: kind.plural,
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      },
    });
  }
}
