import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ServiceSelector,
  serviceSelectorOf,
} from '@backstage-aks/plugin-aks-common';
import { matchesLabels } from '@backstage-aks/insight';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** An entity that names what is behind a host. */
export interface NamingEntity {
  entityRef: string;
  title?: string;
}

/** Labels of an object on the way from a host to its pods. */
export interface LabelledObject {
  namespace: string;
  labels: Readonly<Record<string, string>>;
}

/** What stands behind a host, by which its entities are found. */
export interface BehindHost {
  /** As the configuration calls it. */
  cluster: string;
  objects: readonly LabelledObject[];
}

const ID = `metadata.annotations.${ANNOTATION_KUBERNETES_ID}`;
const SELECTOR = `metadata.annotations.${ANNOTATION_KUBERNETES_LABEL_SELECTOR}`;

// More entities that share one label tell nobody whose a host is.
const MOST_ENTITIES = 5;

/**
 * Finds the entities whose annotations mean what is behind hosts: those that the
 * caller may read, as the catalog decides. The catalog finds annotations by their
 * whole text only, so that of label selectors those are found that ask for a
 * single label, such as `app=web`.
 */
export class EntityFinder {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /** One question to the catalog for all hosts of a page. */
  async find(
    hosts: readonly BehindHost[],
    credentials: BackstageCredentials,
  ): Promise<(host: BehindHost) => NamingEntity[]> {
    const labels = hosts.flatMap(({ objects }) =>
      objects.flatMap(object => Object.entries(object.labels)),
    );
    if (labels.length === 0) {
      return () => [];
    }
    const identifiers = labels.flatMap(([key, value]) =>
      key === ANNOTATION_KUBERNETES_ID ? value : [],
    );
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          { [SELECTOR]: unique(labels.map(pair => pair.join('='))) },
          ...(identifiers.length > 0 ? [{ [ID]: unique(identifiers) }] : []),
        ],
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    const naming = items.flatMap(entity => {
      const selector = readSelector(entity);
      return selector ? [{ entity, selector }] : [];
    });
    return host =>
      naming
        .filter(({ selector }) => means(selector, host))
        .slice(0, MOST_ENTITIES)
        .map(({ entity }) => ({
          entityRef: stringifyEntityRef(entity),
          ...(entity.metadata.title && { title: entity.metadata.title }),
        }));
  }
}

function means(
  { selector, namespaces, cluster }: ServiceSelector,
  host: BehindHost,
): boolean {
  return (
    (cluster === undefined || cluster === host.cluster) &&
    host.objects.some(
      ({ namespace, labels }) =>
        (namespaces === undefined || namespaces.includes(namespace)) &&
        matchesLabels(selector, labels),
    )
  );
}

// The entity's own page says what is wrong with its annotations.
function readSelector(entity: Entity): ServiceSelector | undefined {
  try {
    return serviceSelectorOf(entity);
  } catch {
    return undefined;
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
