import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { objectsFromYaml } from '../cluster/objectsFromYaml';
import { JsonObject, valueAt } from '../objects/json';
import { ObjectInput } from '../objects/KubernetesObject';
import {
  belongsTo,
  inSize,
  WorldCluster,
  withValues,
  worldClusters,
} from './WorldCluster';

/**
 * The worlds that come with the sandbox.
 *
 * @public
 */
export type WorldName = 'healthy' | 'demo';

/** The clusters of a world and what is wrong there. */
export interface World {
  clusters: (WorldCluster & { objects: ObjectInput[] })[];
  /** Names of the scenarios that are applied from the start. */
  scenarios: string[];
}

// The worlds are one company, with more or less trouble.
const TROUBLES: Record<WorldName, string[]> = {
  healthy: [],
  demo: [
    'service-target-port',
    'unknown-ingress-class',
    'crash-loop',
    'ingress-nginx-retired',
    'lb-slow-probe',
    'route-backend-missing',
  ],
};

/** The names of all worlds. */
export const worldNames = Object.keys(TROUBLES) as WorldName[];

const FOLDER = join(
  dirname(require.resolve('@backstage-aks/sandbox/package.json')),
  'worlds',
  'healthy',
);

/**
 * Reads a world: its clusters, each with the manifests it runs, in the order
 * of the files' names.
 */
export async function readWorld(name: WorldName): Promise<World> {
  const file = join(FOLDER, 'clusters.yaml');
  const clusters = worldClusters(parse(await readFile(file, 'utf8')), file);
  return {
    clusters: await Promise.all(
      clusters.map(async cluster => ({
        ...cluster,
        objects: await readManifests(cluster, ['base', ...cluster.also]),
      })),
    ),
    scenarios: TROUBLES[name],
  };
}

async function readManifests(
  cluster: WorldCluster,
  folders: string[],
): Promise<ObjectInput[]> {
  const objects: ObjectInput[] = [];
  for (const path of (await Promise.all(folders.map(manifestsIn))).flat()) {
    const text = withValues(await readFile(path, 'utf8'), cluster);
    objects.push(...objectsFromYaml(text).map(one => manifest(one, path)));
  }
  return objects
    .filter(object => belongsTo(cluster, object))
    .map(object => inSize(cluster, object));
}

async function manifestsIn(name: string): Promise<string[]> {
  const folder = join(FOLDER, name);
  const files = (await readdir(folder)).filter(file => file.endsWith('.yaml'));
  return files.sort().map(file => join(folder, file));
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
