import { Names, RecordReader } from '../store/RecordReader';
import { BeyondNamespace } from './NamespaceGate';

/** Namespaces of a cluster to which relations led. */
export interface Beyond {
  clusterId: string;
  namespaces: readonly BeyondNamespace[];
}

/** Names of a cluster by which objects were looked for in every namespace. */
export interface Named {
  clusterId: string;
  names: Names;
  /** The namespaces that were met meanwhile. */
  met: ReadonlySet<string>;
}

/** Whether nothing has changed in any of the namespaces that may be read. */
export async function isCurrent(
  reader: RecordReader,
  beyond: readonly Beyond[],
): Promise<boolean> {
  const current = await Promise.all(
    beyond.map(async ({ clusterId, namespaces }) => {
      const versions = await reader.versions(
        clusterId,
        namespaces.map(({ name }) => name),
      );
      return namespaces.every(
        ({ name, version }) =>
          version === undefined || version === versions.get(name),
      );
    }),
  );
  return current.every(Boolean);
}

/**
 * Whether the names are found in no namespace that was not met. It cannot be
 * told by the version of the view's own namespaces: that would say to everybody
 * who sees these that somewhere else somebody took the same name.
 */
export async function hasNoNewcomer(
  reader: RecordReader,
  named: readonly Named[],
): Promise<boolean> {
  const found = await Promise.all(
    named.map(async ({ clusterId, names, met }) => {
      const namespaces = await reader.namespacesOf(clusterId, names);
      return namespaces.every(name => met.has(name));
    }),
  );
  return found.every(Boolean);
}
