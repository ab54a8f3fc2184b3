/**
 * The parts of an object that are read and written by themselves.
 *
 * @public
 */
export type Subresource = 'status' | 'scale' | 'approval';

/**
 * What discovery says about a kind, and how its objects are kept.
 *
 * @public
 */
export interface KindDefinition {
  /** API group; empty for the core group. */
  group: string;
  /** A version that is served. */
  version: string;
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  verbs: readonly string[];
  shortNames?: readonly string[];
  categories?: readonly string[];
  subresources?: readonly Subresource[];
  /** Whether `metadata.generation` counts the changes of the desired state. */
  generation: boolean;
  /** Whether a CustomResourceDefinition serves it. */
  custom: boolean;
  /** Where its objects are kept, if under another group. */
  storedAs?: { group: string; plural: string };
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(kind: { group: string; version: string }): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

/** The key under which the store keeps objects of a kind, for all versions. */
export function resourceKey(
  kind: Pick<KindDefinition, 'group' | 'plural' | 'storedAs'>,
): string {
  const { group, plural } = kind.storedAs ?? kind;
  return `${group}/${plural}`;
}

/** Splits an `apiVersion`. */
export function splitApiVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : {
        group: apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
      };
}
