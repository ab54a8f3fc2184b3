import {
  collectionPath,
  KindDescriptor,
  KubernetesRecord,
} from '@backstage-aks/insight';
import { namePattern } from '../config/namePattern';
import { KindScope } from './KindScope';

/** Which namespaces are collected, and how to read no others. */
export class NamespaceLimits {
  readonly #include: readonly RegExp[] | undefined;
  readonly #exclude: readonly RegExp[];
  readonly #names: readonly string[] | undefined;
  readonly #excludedNames: readonly string[];
  /** Changes when other namespaces are collected. */
  readonly key: string;

  constructor({
    include,
    exclude,
  }: {
    include?: readonly string[];
    exclude: readonly string[];
  }) {
    this.#include = include?.map(namePattern);
    this.#exclude = exclude.map(namePattern);
    this.#excludedNames = exclude.filter(isName);
    this.#names = include?.every(isName)
      ? [...new Set(include)].filter(name => this.collects(name))
      : undefined;
    this.key = include || exclude.length > 0 ? `${include};${exclude}` : '';
  }

  /** Whether objects in a namespace are collected. */
  collects(namespace: string): boolean {
    return (
      (this.#include?.some(pattern => pattern.test(namespace)) ?? true) &&
      !this.#exclude.some(pattern => pattern.test(namespace))
    );
  }

  /** Whether a record is of a namespace that is collected, or of none. */
  keeps({ kind, namespace, name }: KubernetesRecord): boolean {
    const place = kind === 'Namespace' ? name : namespace;
    return place === '' || this.collects(place);
  }

  /**
   * What to list and watch of a kind. Where namespaces are named each is read by
   * itself: a Role in a namespace allows no more than that.
   */
  scopesOf(kind: KindDescriptor): KindScope[] {
    const path = collectionPath(kind);
    if (kind.kind === 'Namespace') {
      return this.#names
        ? this.#names.map(name => selected(path, `metadata.name=${name}`))
        : [selected(path, ...this.#without('metadata.name'))];
    }
    if (!kind.namespaced) {
      return [selected(path)];
    }
    const folder = path.slice(0, -kind.plural.length);
    return this.#names
      ? this.#names.map(name =>
          selected(
            `${folder}namespaces/${encodeURIComponent(name)}/${kind.plural}`,
          ),
        )
      : [selected(path, ...this.#without('metadata.namespace'))];
  }

  #without(field: string): string[] {
    return this.#excludedNames.map(name => `${field}!=${name}`);
  }
}

function isName(entry: string): boolean {
  return !entry.includes('*');
}

function selected(path: string, ...selectors: string[]): KindScope {
  return {
    path,
    ...(selectors.length > 0 && { fieldSelector: selectors.join() }),
  };
}
