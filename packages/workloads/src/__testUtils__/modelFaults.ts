import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ManifestObject } from '../objects/Manifest';

/** What kubernetes-models says to objects. */
export function modelFaults(objects: readonly ManifestObject[]): {
  /** How many of them it has a model for. */
  checked: number;
  refused: { number: number; fault: string }[];
} {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(__dirname, 'validateModels.mjs')],
    {
      input: JSON.stringify(objects),
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    },
  );
  if (status !== 0) {
    throw new Error(`kubernetes-models could not be asked: ${stderr}`);
  }
  return JSON.parse(stdout);
}
