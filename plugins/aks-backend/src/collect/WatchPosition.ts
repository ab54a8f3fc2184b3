import { KindScope } from './KindScope';
import { isDecimal, isOlder } from './resourceVersions';

/** How far a kind was followed: a resourceVersion for each of its scopes. */
export class WatchPosition {
  readonly #reached = new Map<KindScope, string>();

  /** All scopes at one resourceVersion. */
  static at(version: string, scopes: readonly KindScope[]): WatchPosition {
    const position = new WatchPosition();
    scopes.forEach(scope => position.reach(scope, version));
    return position;
  }

  of(scope: KindScope): string {
    return this.#reached.get(scope) ?? '';
  }

  reach(scope: KindScope, version: string): void {
    this.#reached.set(scope, version);
  }

  /**
   * From where all scopes can be watched on without missing anything: the oldest
   * of their resourceVersions, which are those of one collection. Empty where
   * they cannot be compared, as then there is no such place.
   */
  get common(): string {
    const versions = [...new Set(this.#reached.values())];
    const [first = ''] = versions;
    if (versions.length < 2) {
      return first;
    }
    return versions.every(isDecimal)
      ? versions.reduce((oldest, version) =>
          isOlder(version, oldest) ? version : oldest,
        )
      : '';
  }
}
