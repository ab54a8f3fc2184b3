import { ObjectRef } from '@backstage-aks/insight';
import { ClusterRights } from '../permissions/ClusterRights';
import { RecordReader } from '../store/RecordReader';

/** A namespace to which a service's relations led, beyond where it was found. */
export interface BeyondNamespace {
  name: string;
  /**
   * Its version before anything of it was read; absent where the caller may not
   * read it.
   */
  version?: number;
}

/**
 * Says of which namespaces one caller's view may hold records. Those in which a
 * service was looked for stand open; of others, to which relations lead, the
 * caller's rights decide when they are met.
 */
export class NamespaceGate {
  readonly #reader: RecordReader;
  readonly #clusterId: string;
  readonly #rights: Pick<ClusterRights, 'readable'> | undefined;
  readonly #open: Set<string>;
  readonly #beyond = new Map<string, BeyondNamespace>();

  /** @param options - Without rights, no other namespace is ever opened. */
  constructor(options: {
    reader: RecordReader;
    clusterId: string;
    namespaces: readonly string[];
    rights?: Pick<ClusterRights, 'readable'>;
  }) {
    this.#reader = options.reader;
    this.#clusterId = options.clusterId;
    this.#rights = options.rights;
    this.#open = new Set(options.namespaces);
  }

  /** The namespaces that stood open from the start or were opened since. */
  get open(): readonly string[] {
    return [...this.#open];
  }

  /** The namespaces that were met, whether or not they stand open. */
  get met(): ReadonlySet<string> {
    return new Set([...this.#open, ...this.#beyond.keys()]);
  }

  /** In alphabetical order. */
  get beyond(): readonly BeyondNamespace[] {
    return [...this.#beyond.values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  /** The empty name stands for what is cluster-scoped, which is always open. */
  isOpen(name: string): boolean {
    return name === '' || this.#open.has(name);
  }

  /** Whether a view may hold the record of an object. */
  admits(ref: ObjectRef): boolean {
    return this.isOpen(namespaceOf(ref));
  }

  /**
   * Decides on namespaces that were not met before.
   *
   * @returns Whether any of them was opened, so that what was read of it before
   * its version was has to be read again.
   */
  async decide(names: Iterable<string>): Promise<boolean> {
    const unmet = [...new Set(names)].filter(
      name => !this.isOpen(name) && !this.#beyond.has(name),
    );
    if (unmet.length === 0 || !this.#rights) {
      return false;
    }
    const readable = await this.#rights.readable(unmet);
    const versions = await this.#reader.versions(this.#clusterId, readable);
    for (const name of unmet) {
      // Of two that ask at once the first has the older version, which counts.
      if (!this.#beyond.has(name)) {
        const version = versions.get(name);
        this.#beyond.set(name, {
          name,
          ...(version !== undefined && { version }),
        });
      }
    }
    readable.forEach(name => this.#open.add(name));
    return readable.length > 0;
  }
}

/** The namespace that an object tells of: its own, or the one that it is. */
export function namespaceOf({ kind, namespace, name }: ObjectRef): string {
  return kind === 'Namespace' ? name : namespace;
}
