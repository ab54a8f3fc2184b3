/**
 * One page of a collection.
 *
 * @public
 */
export interface ListPage {
  items: unknown[];
  /** From where on a watch continues this listing. */
  resourceVersion: string;
  /** Names the next page, where there is one. */
  next?: string;
}

/**
 * Some objects of a page.
 *
 * @public
 */
export interface ListPortion {
  items: unknown[];
  /** That of the listing; known once a page has ended. */
  resourceVersion?: string;
}

/** Reads a list as an API server sends it; undefined when it is none. */
export function pageOf(body: unknown): ListPage | undefined {
  if (typeof body !== 'object' || body === null || !('items' in body)) {
    return undefined;
  }
  const { items } = body;
  const metadata = 'metadata' in body ? body.metadata : undefined;
  if (
    typeof metadata !== 'object' ||
    metadata === null ||
    !('resourceVersion' in metadata) ||
    typeof metadata.resourceVersion !== 'string' ||
    // Some aggregated API servers send null for an empty list.
    !(Array.isArray(items) || items === null)
  ) {
    return undefined;
  }
  const next = 'continue' in metadata ? metadata.continue : undefined;
  return {
    items: items ?? [],
    resourceVersion: metadata.resourceVersion,
    ...(typeof next === 'string' && next !== '' && { next }),
  };
}
