import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { builtInKinds } from '../kinds/builtInKinds';
import { addOnKinds } from '../kinds/addOnKinds';
import { ClusterReader } from './ClusterReader';

/** What a cluster serves. */
export interface Discovery {
  /** One version of each kind that can be listed and watched. */
  kinds: KindDefinition[];
  /** Group versions whose kinds are not known, as their server is down. */
  failed: string[];
}

/** Finds out which kinds a cluster serves. */
export async function discoverKinds(reader: ClusterReader): Promise<Discovery> {
  const groups = objectsIn((await reader.get('/apis')).groups);
  const kinds = new Map<string, KindDefinition>();
  const failed: string[] = [];
  for (const groupVersion of ['v1', ...groups.flatMap(versionsOf)]) {
    const root = groupVersion === 'v1' ? '/api' : '/apis';
    try {
      const { resources } = await reader.get(`${root}/${groupVersion}`);
      for (const kind of kindsIn(groupVersion, objectsIn(resources))) {
        const key = `${kind.group}/${kind.plural}`;
        const known = kinds.get(key);
        // The version that shapes describe, else the preferred one.
        if (!known || (isKnown(kind) && !isKnown(known))) {
          kinds.set(key, kind);
        }
      }
    } catch {
      failed.push(groupVersion);
    }
  }
  return { kinds: [...kinds.values()], failed };
}

function versionsOf(group: JsonObject): string[] {
  const preferred = String(valueAt(group, 'preferredVersion.groupVersion'));
  const all = objectsIn(group.versions).map(version =>
    String(version.groupVersion),
  );
  return [preferred, ...all.filter(version => version !== preferred)];
}

function kindsIn(
  groupVersion: string,
  resources: JsonObject[],
): KindDefinition[] {
  const names = resources.map(({ name }) => String(name));
  return (
    resources
      // A file is named after it, and `pods/status` is no kind of its own.
      .filter(({ name }) => /^[a-z0-9-]+$/.test(String(name)))
      .map(resource => asKind(groupVersion, resource, names))
      .filter(({ verbs }) => verbs.includes('list') && verbs.includes('watch'))
  );
}

function asKind(
  groupVersion: string,
  resource: JsonObject,
  names: string[],
): KindDefinition {
  const slash = groupVersion.indexOf('/');
  const plural = String(resource.name);
  const group = slash < 0 ? '' : groupVersion.slice(0, slash);
  return {
    group,
    version: groupVersion.slice(slash + 1),
    kind: String(resource.kind),
    plural,
    singular: String(resource.singularName || resource.kind).toLowerCase(),
    namespaced: resource.namespaced === true,
    verbs: textsIn(resource.verbs),
    shortNames: textsIn(resource.shortNames),
    categories: textsIn(resource.categories),
    subresources: (['status', 'scale', 'approval'] as const).filter(part =>
      names.includes(`${plural}/${part}`),
    ),
    generation: true,
    custom: !builtInKinds.some(known => known.group === group),
  };
}

function isKnown(kind: KindDefinition): boolean {
  return [...builtInKinds, ...addOnKinds].some(
    known =>
      known.plural === kind.plural &&
      apiVersionOf(known) === apiVersionOf(kind),
  );
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
