import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from '@backstage-aks/plugin-aks-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** An entity that names what is behind a host. */
export interface NamingEntity {
  entityRef: string;
  title?: string;
}

const ANNOTATION = `metadata.annotations.${ANNOTATION_KUBERNETES_ID}`;

// More entities that share one identifier tell nobody whose a host is.
const MOST_ENTITIES = 5;

/**
 * Finds the entities that name workloads by `backstage.io/kubernetes-id`: those
 * that the caller may read, as the catalog decides.
 */
export class EntityFinder {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /** One question to the catalog for all identifiers of a page. */
  async find(
    identifiers: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<
    (identifiers: readonly string[], namespace: string) => NamingEntity[]
  > {
    const wanted = [...new Set(identifiers)];
    const { items } =
      wanted.length > 0
        ? await this.#catalog.getEntities(
            {
              filter: { [ANNOTATION]: wanted },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.title',
                'metadata.annotations',
              ],
            },
            { credentials },
          )
        : { items: [] };
    return (its, namespace) =>
      items
        .filter(
          entity =>
            its.includes(annotation(entity, ANNOTATION_KUBERNETES_ID) ?? '') &&
            mayMean(entity, namespace),
        )
        .slice(0, MOST_ENTITIES)
        .map(entity => ({
          entityRef: stringifyEntityRef(entity),
          ...(entity.metadata.title && { title: entity.metadata.title }),
        }));
  }
}

function mayMean(entity: Entity, namespace: string): boolean {
  const names = annotation(entity, ANNOTATION_KUBERNETES_NAMESPACE);
  return (
    !names ||
    names
      .split(',')
      .map(name => name.trim())
      .includes(namespace)
  );
}

function annotation(entity: Entity, key: string): string | undefined {
  return entity.metadata.annotations?.[key]?.trim();
}
