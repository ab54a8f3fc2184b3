import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  FileUpdate,
  GeneratedFile,
  RECORD_FILE,
  recordedPaths,
} from '@backstage-aks/workloads';

/**
 * Those files in a folder that a generation may touch: what it makes, what the one
 * before it made, and the record of that.
 *
 * @throws NotAllowedError for a path, or a link, out of the folder.
 */
export async function readGenerated(
  folder: string,
  generatedNow: readonly GeneratedFile[],
): Promise<GeneratedFile[]> {
  const record = await readIn(folder, RECORD_FILE);
  const paths = new Set([
    ...generatedNow.map(({ path }) => path),
    ...recordedPaths(record),
  ]);
  const files =
    record === undefined ? [] : [{ path: RECORD_FILE, content: record }];
  for (const path of paths) {
    const content = await readIn(folder, path);
    if (content !== undefined) {
      files.push({ path, content });
    }
  }
  return files;
}

/**
 * Writes what has changed, then the record. What is removed is moved to another
 * folder, where one is named.
 */
export async function writeUpdates(
  folder: string,
  updates: readonly FileUpdate[],
  record: GeneratedFile,
  removedTo?: string,
): Promise<void> {
  const paths = updates.map(({ path }) => resolveSafeChildPath(folder, path));
  for (const [index, { path, outcome, content }] of updates.entries()) {
    if (outcome === 'removed' && removedTo) {
      await move(paths[index], resolveSafeChildPath(removedTo, path));
    } else if (outcome === 'removed') {
      await rm(paths[index]);
    } else if (outcome !== 'unchanged' && outcome !== 'kept') {
      await write(paths[index], content ?? '');
    }
  }
  await write(resolveSafeChildPath(folder, record.path), record.content);
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, 'utf8');
}

async function readIn(
  folder: string,
  path: string,
): Promise<string | undefined> {
  try {
    return await readFile(resolveSafeChildPath(folder, path), 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
