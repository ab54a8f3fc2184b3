/**
 * A Kubernetes object, or an entity of the catalog.
 *
 * @public
 */
export interface ManifestObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

/**
 * A comment for a choice that may surprise, at the field that it is about.
 *
 * @public
 */
export interface Comment {
  path: (string | number)[];
  text: string;
}

/**
 * One object to be, with its comments.
 *
 * @public
 */
export interface Manifest {
  object: ManifestObject;
  /** What tells it from others of its kind; part of the name of its file. */
  part?: string;
  comments: Comment[];
}

/** Comments on a part, as seen from the whole. */
export function commentsUnder(
  path: readonly (string | number)[],
  comments: readonly Comment[],
): Comment[] {
  return comments.map(comment => ({
    ...comment,
    path: [...path, ...comment.path],
  }));
}

/** An object without the fields that are undefined or an empty list or map. */
export function lean<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !isEmpty(value)),
  ) as Fields;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) {
    return true;
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
