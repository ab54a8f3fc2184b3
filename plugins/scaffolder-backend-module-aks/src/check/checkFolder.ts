import { checkFiles } from '@backstage-aks/check';
import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ManifestOptions } from '@backstage-aks/insight';
import { Judgement, shown } from './judgement';

const MANIFEST = /\.(ya?ml|json)$/i;
// What source control and package managers keep is no manifest of anybody here.
const PASSED_OVER = new Set(['.git', 'node_modules']);

/**
 * Judges all YAML and JSON files of a folder together. Links are not followed.
 *
 * @throws InputError where a file cannot be read as YAML, or there is none.
 */
export async function checkFolder(
  folder: string,
  options: ManifestOptions,
): Promise<Judgement> {
  const paths = (await pathsIn(folder)).sort();
  if (paths.length === 0) {
    throw new InputError(
      'There is no YAML or JSON file to check in the folder.',
    );
  }
  const files = await Promise.all(
    paths.map(async path => ({
      path: relative(folder, path).split(sep).join('/'),
      content: await readFile(path, 'utf8'),
    })),
  );
  const { verdicts, unjudged, problems } = checkFiles(files, options);
  if (problems.length > 0) {
    throw new InputError(
      [
        'Some files cannot be read, so nothing can be said of them:',
        ...problems.map(
          ({ where: { file, line }, message }) =>
            `- ${file}, line ${line}: ${message}`,
        ),
      ].join('\n'),
    );
  }
  return {
    verdicts: verdicts.map(({ where, ...verdict }) =>
      shown(verdict, { where: `${where.file}:${where.line}` }),
    ),
    unjudged: unjudged.map(
      ({ where, because }) => `${where.file}:${where.line}: ${because}`,
    ),
  };
}

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = await Promise.all(
    entries.map(async entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return PASSED_OVER.has(entry.name) ? [] : pathsIn(path);
      }
      return entry.isFile() && MANIFEST.test(entry.name) ? [path] : [];
    }),
  );
  return paths.flat();
}
