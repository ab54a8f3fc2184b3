import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClusterSnapshot } from '../cluster/ClusterSnapshot';
import { apiVersionOf, KindDefinition } from '../kinds/KindDefinition';
import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { CapturedKind, CaptureIndex, INDEX_FILE } from './CaptureIndex';

/**
 * Reads a captured folder.
 *
 * @throws Error naming the file that is wrong
 * @public
 */
export async function readCapture(folder: string): Promise<ClusterSnapshot> {
  const index = await readIndex(join(folder, INDEX_FILE));
  const lists = await Promise.all(
    index.kinds.map(async captured => ({
      kind: kindOf(captured),
      objects: await readObjects(
        join(folder, basename(captured.file)),
        captured,
      ),
    })),
  );
  return {
    lists,
    missing: index.notRead
      .filter(({ group }) => group !== 'events.k8s.io')
      .map(({ group, plural, status }) => ({
        group,
        plural,
        // What was not asked for is not to look as if there were none.
        code: codeFor(status),
      })),
  };
}

function codeFor(status = 403) {
  if (status === 404) {
    return 404;
  }
  return status >= 500 ? 503 : 403;
}

async function readIndex(path: string): Promise<CaptureIndex> {
  const index = await readJson(path);
  if (!isIndex(index)) {
    throw new Error(`${path} is not the index of a captured cluster`);
  }
  return index;
}

function isIndex(value: object): value is CaptureIndex {
  return (
    'format' in value &&
    value.format === 1 &&
    'kinds' in value &&
    Array.isArray(value.kinds) &&
    'notRead' in value &&
    Array.isArray(value.notRead)
  );
}

function kindOf(captured: CapturedKind): KindDefinition {
  const {
    file: _,
    objects: __,
    resourceVersion: ___,
    content: ____,
    ...kind
  } = captured;
  return kind;
}

async function readObjects(
  path: string,
  kind: KindDefinition,
): Promise<KubernetesObject[]> {
  return objectsIn((await readJson(path)).items).map((item, at) => {
    const object = { kind: kind.kind, apiVersion: apiVersionOf(kind), ...item };
    if (!isObject(object)) {
      throw new Error(
        `${path}: object ${at + 1} lacks a name, uid or resourceVersion`,
      );
    }
    return object;
  });
}

function isObject(value: JsonObject): value is KubernetesObject {
  return ['name', 'uid', 'resourceVersion'].every(
    field => typeof valueAt(value, `metadata.${field}`) === 'string',
  );
}

async function readJson(path: string): Promise<JsonObject> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isJsonObject(value)) {
      return value;
    }
  } catch (error) {
    throw new Error(
      `${path} cannot be read: ${
        error instanceof Error ? error.message : error
      }; name a folder that "sandbox capture" wrote`,
    );
  }
  throw new Error(`${path} is not a JSON object`);
}
