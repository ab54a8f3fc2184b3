import { NamespaceRecord } from '@backstage-aks/insight';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { OwnershipConfig } from '../config/readAksConfig';
import { StoredCluster } from '../store/ClusterStore';
import { ClusterResource, NamespaceResource } from './resources';

/** What of a cluster permission rules look at. */
export type NamedCluster = Pick<StoredCluster, 'slug' | 'name' | 'environment'>;

/**
 * Says whose a namespace is. Only what the platform writes counts: labels and
 * annotations of the Namespace object, and configuration; never an annotation
 * of a catalog entity, which anybody may edit.
 */
export class NamespaceOwnership {
  readonly #settings: OwnershipConfig;
  readonly #collects: (namespace: string) => boolean;

  /** @param collects - Whether a namespace is collected at all. */
  constructor(
    settings: OwnershipConfig,
    collects: (namespace: string) => boolean = () => true,
  ) {
    this.#settings = settings;
    this.#collects = collects;
  }

  /**
   * Whether anything is known of what is in a namespace. Where it is not
   * collected nobody may read it, so that nothing in it is taken for missing.
   */
  collects(namespace: string): boolean {
    return this.#collects(namespace);
  }

  /**
   * The namespace as permission rules see it. A namespace without a record is
   * never open to all: otherwise the answer would tell a namespace that does
   * not exist from one that is hidden.
   */
  resource(
    cluster: NamedCluster,
    name: string,
    record: NamespaceRecord | undefined,
  ): NamespaceResource {
    const bindings = this.#bindings(name, record);
    return {
      cluster: clusterResource(cluster),
      name,
      labels: record?.labels ?? {},
      owners: bindings.flatMap(ownerRef),
      openToAll:
        this.#settings.unbound === 'allow' &&
        record !== undefined &&
        bindings.length === 0,
    };
  }

  #bindings(name: string, record: NamespaceRecord | undefined): string[] {
    const { annotation, label, patterns } = this.#settings;
    const annotated = annotation && record?.annotations[annotation];
    if (annotated) {
      return annotated.split(',').map(owner => owner.trim());
    }
    const labelled = record?.labels[label];
    if (labelled) {
      return [labelled];
    }
    const match = patterns.find(({ pattern }) => pattern.test(name));
    return match ? [match.owner] : [];
  }
}

/** The cluster as permission rules see it. */
export function clusterResource(cluster: NamedCluster): ClusterResource {
  const { slug, name, environment } = cluster;
  return { slug, name, environment };
}

// What cannot be read as a reference binds the namespace to nobody, rather than
// leaving it unbound.
function ownerRef(text: string): string[] {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return [stringifyEntityRef(ref)];
  } catch {
    return [];
  }
}
