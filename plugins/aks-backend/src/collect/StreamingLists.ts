import { KindDescriptor } from '@backstage-aks/insight';

/**
 * Whether kinds are listed by streams, where the configuration asks for that:
 * what is once known not to do so is listed in pages from then on. Each API
 * group may be served by another server.
 */
export class StreamingLists {
  readonly #wanted: boolean;
  readonly #without = new Set<string>();

  constructor(wanted: boolean) {
    this.#wanted = wanted;
  }

  serves({ group, version }: KindDescriptor): boolean {
    return this.#wanted && !this.#without.has(`${group}/${version}`);
  }

  /** A server has refused, or did not do what it was asked. */
  refused({ group, version }: KindDescriptor): void {
    this.#without.add(`${group}/${version}`);
  }
}
