import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ManifestObject } from '../objects/Manifest';
import { GeneratedFile } from '../output/GeneratedFile';

/** Whether there is a `kubectl`, which has Kustomize in it, on the path. */
export function hasKubectl(): boolean {
  return spawnSync('kubectl', ['version', '--client']).status === 0;
}

/**
 * What `kubectl kustomize` makes of folders among some files. It asks no server.
 *
 * @throws what Kustomize says where it does not build
 */
export function buildWithKubectl(
  files: readonly GeneratedFile[],
  folders: readonly string[],
): ManifestObject[][] {
  const root = mkdtempSync(join(tmpdir(), 'workloads-kustomize-'));
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return folders.map(folder => {
      const text = execFileSync('kubectl', ['kustomize', join(root, folder)], {
        encoding: 'utf8',
        stdio: 'pipe',
        maxBuffer: 16 * 2 ** 20,
      });
      return parseAllDocuments(text, { version: '1.1' }).map(document =>
        document.toJS(),
      );
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
