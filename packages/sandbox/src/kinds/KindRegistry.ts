import { builtInKinds } from './builtInKinds';
import { KindDefinition, resourceKey } from './KindDefinition';

/** The kinds one cluster serves; custom resources come and go. */
export class KindRegistry {
  private readonly definitions: KindDefinition[] = [...builtInKinds];
  private readonly byResource = new Map<string, KindDefinition>();
  private readonly byKind = new Map<string, KindDefinition>();
  /** Changes whenever a kind comes or goes. */
  generation = 0;

  constructor() {
    this.definitions.forEach(definition => this.index(definition));
  }

  /** The kind behind a resource of a URL. */
  byPlural(
    group: string,
    version: string,
    plural: string,
  ): KindDefinition | undefined {
    return this.byResource.get(`${group}/${version}/${plural}`);
  }

  /** The kind that an object's `apiVersion` and `kind` name. */
  byName(
    group: string,
    version: string,
    kind: string,
  ): KindDefinition | undefined {
    return this.byKind.get(`${group}/${version}/${kind}`);
  }

  /** Any served version of a kind. */
  anyVersion(group: string, kind: string): KindDefinition | undefined {
    return this.definitions.find(
      definition => definition.group === group && definition.kind === kind,
    );
  }

  /** A kind that is known to be served, such as the built-in ones. */
  mustGet(group: string, plural: string): KindDefinition {
    const definition = this.definitions.find(
      candidate => candidate.group === group && candidate.plural === plural,
    );
    if (!definition) {
      throw new Error(`no kind serves ${group || 'core'}/${plural}`);
    }
    return definition;
  }

  /** The version in which objects of a kind are kept: the first served. */
  storageOf(kind: KindDefinition): KindDefinition {
    const key = resourceKey(kind);
    return (
      this.definitions.find(definition => resourceKey(definition) === key) ??
      kind
    );
  }

  add(definition: KindDefinition): void {
    if (
      this.byPlural(definition.group, definition.version, definition.plural)
    ) {
      return;
    }
    this.definitions.push(definition);
    this.index(definition);
    this.generation++;
  }

  /** Serves exactly these versions of a custom resource from now on. */
  replace(group: string, plural: string, served: KindDefinition[]): void {
    const at = this.definitions.findIndex(
      definition => definition.group === group && definition.plural === plural,
    );
    this.remove(group, plural);
    this.definitions.splice(
      at < 0 ? this.definitions.length : at,
      0,
      ...served,
    );
    served.forEach(definition => this.index(definition));
    this.generation++;
  }

  /** Stops serving all versions of a custom resource. */
  remove(group: string, plural: string): void {
    const gone = this.definitions.filter(
      definition =>
        definition.custom &&
        definition.group === group &&
        definition.plural === plural,
    );
    for (const definition of gone) {
      const { version, kind } = definition;
      this.definitions.splice(this.definitions.indexOf(definition), 1);
      this.byResource.delete(`${group}/${version}/${plural}`);
      this.byKind.delete(`${group}/${version}/${kind}`);
      this.generation++;
    }
  }

  /** All kinds in discovery order. */
  all(): readonly KindDefinition[] {
    return this.definitions;
  }

  /** One definition for each thing that is stored, whatever its versions. */
  stored(): KindDefinition[] {
    const seen = new Set<string>();
    return this.definitions.filter(definition => {
      const key = resourceKey(definition);
      const first = !seen.has(key) && definition.verbs.includes('list');
      seen.add(key);
      return first;
    });
  }

  versionsOf(group: string): string[] {
    return [
      ...new Set(
        this.definitions
          .filter(definition => definition.group === group)
          .map(({ version }) => version),
      ),
    ];
  }

  groups(): string[] {
    return [...new Set(this.definitions.map(({ group }) => group))].filter(
      group => group !== '',
    );
  }

  private index(definition: KindDefinition): void {
    const { group, version, plural, kind } = definition;
    this.byResource.set(`${group}/${version}/${plural}`, definition);
    this.byKind.set(`${group}/${version}/${kind}`, definition);
  }
}
