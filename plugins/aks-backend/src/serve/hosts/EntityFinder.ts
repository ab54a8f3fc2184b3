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

// Controllers add these to Pods, so that no selector of a service asks for them,
// and they differ from Pod to Pod.
const ADDED_BY_CONTROLLERS: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

// A label takes up to three hundred bytes; the catalog takes bodies of 100 kB.
const LABELS_AT_ONCE = 200;

// Many more than a page of hosts has.
const MOST_FOUND = 1_000;

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

  /** A few questions to the catalog for all hosts of a page. */
  async find(
    hosts: readonly BehindHost[],
    credentials: BackstageCredentials,
  ): Promise<(host: BehindHost) => NamingEntity[]> {
    const labels = hosts
      .flatMap(({ objects }) => objects)
      .flatMap(object => Object.entries(object.labels))
      .filter(([key]) => !ADDED_BY_CONTROLLERS.has(key));
    const byText = new Map(labels.map(pair => [pair.join('='), pair]));
    const answers = await Promise.all(
      chunk([...byText.values()], LABELS_AT_ONCE).map(some =>
        this.#ask(some, credentials),
      ),
    );
    // One that is found by its identifier may be found by its selector too.
    const found = new Map(
      answers.flat().map(entity => [stringifyEntityRef(entity), entity]),
    );
    const naming = [...found].flatMap(([entityRef, entity]) => {
      const selector = readSelector(entity);
      return selector ? [{ entityRef, entity, selector }] : [];
    });
    return host =>
      naming
        .filter(({ selector }) => means(selector, host))
        .slice(0, MOST_ENTITIES)
        .map(({ entityRef, entity }) => ({
          entityRef,
          ...(entity.metadata.title && { title: entity.metadata.title }),
        }));
  }

  async #ask(
    labels: readonly (readonly [string, string])[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const identifiers = labels.flatMap(([key, value]) =>
      key === ANNOTATION_KUBERNETES_ID ? [value] : [],
    );
    // As a query it goes in the body: a URL has no room for so many.
    const { items } = await this.#catalog.queryEntities(
      {
        query: {
          $any: [
            { [SELECTOR]: { $in: labels.map(pair => pair.join('=')) } },
            ...(identifiers.length > 0 ? [{ [ID]: { $in: identifiers } }] : []),
          ],
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.annotations',
        ],
        limit: MOST_FOUND,
        totalItems: 'exclude',
      },
      { credentials },
    );
    return items;
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

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
