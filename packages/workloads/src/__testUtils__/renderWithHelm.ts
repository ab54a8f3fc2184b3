import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { GeneratedFile } from '../output/GeneratedFile';

/** Whether there is a `helm` on the path. */
export function hasHelm(): boolean {
  return spawnSync('helm', ['version', '--short']).status === 0;
}

/** The objects that `helm template` makes of a chart. It asks no server. */
export function renderWithHelm(
  files: readonly GeneratedFile[],
  namespace: string,
  environment: string,
): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'workloads-chart-'));
  try {
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const chart = join(folder, 'chart');
    const text = execFileSync(
      'helm',
      [
        'template',
        'release',
        chart,
        '--namespace',
        namespace,
        '--values',
        join(chart, `values-${environment}.yaml`),
      ],
      { encoding: 'utf8', maxBuffer: 16 * 2 ** 20 },
    );
    return parseAllDocuments(text)
      .map(document => document.toJS())
      .filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
