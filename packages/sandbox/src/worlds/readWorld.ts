import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { objectsFromYaml } from '../cluster/objectsFromYaml';
import { JsonObject, valueAt } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';

/**
 * The worlds that come with the sandbox.
 *
 * @public
 */
export type WorldName = 'healthy' | 'demo';

// What a world takes over before its own manifests.
const BASES: Record<WorldName, WorldName[]> = {
  healthy: [],
  demo: ['healthy'],
};

const FOLDER = join(
  dirname(require.resolve('@backstage-aks/sandbox/package.json')),
  'worlds',
);

/**
 * Reads the manifests of a world: a folder for each cluster, whose files are
 * taken in the order of their names. Later manifests replace earlier ones of
 * the same object.
 */
export async function readWorld(
  world: WorldName,
): Promise<Map<string, ObjectInput[]>> {
  const clusters = new Map<string, Map<string, ObjectInput>>();
  for (const layer of [...BASES[world], world]) {
    const folder = join(FOLDER, layer);
    for (const cluster of (await readdir(folder)).sort()) {
      const objects = clusters.get(cluster) ?? new Map();
      clusters.set(cluster, objects);
      for (const object of await readManifests(join(folder, cluster))) {
        objects.set(identityOf(object), object);
      }
    }
  }
  return new Map(
    [...clusters].map(([name, objects]) => [name, [...objects.values()]]),
  );
}

async function readManifests(folder: string): Promise<ObjectInput[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml'));
  const objects: ObjectInput[] = [];
  for (const file of files.sort()) {
    const path = join(folder, file);
    const documents = objectsFromYaml(await readFile(path, 'utf8'));
    objects.push(...documents.map(document => manifest(document, path)));
  }
  return objects;
}

function manifest(document: JsonObject, path: string): ObjectInput {
  if (!isManifest(document)) {
    throw new Error(`${path}: an object needs apiVersion, kind and metadata`);
  }
  return document;
}

function isManifest(document: JsonObject): document is ObjectInput {
  return (
    typeof document.apiVersion === 'string' &&
    typeof document.kind === 'string' &&
    typeof valueAt(document, 'metadata.name') === 'string'
  );
}

function identityOf({ apiVersion, kind, metadata }: ObjectInput): string {
  return [apiVersion, kind, metadata.namespace ?? '', metadata.name].join(' ');
}
