import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { ManifestFile } from '../checkFiles';
import { kustomizationIn, kustomizeBuild } from './kustomize';
import { UsageError } from './parseArguments';

/** What the command may reach besides files. */
export interface Surroundings {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  readInput(): Promise<string>;
}

/** Files to judge, and what was passed over, with the reason. */
export interface CollectedFiles {
  files: ManifestFile[];
  skipped: { path: string; because: string }[];
}

/**
 * The manifests that paths lead to, as texts.
 *
 * @throws UsageError that names the path and what is wrong with it
 */
export async function collectFiles(
  paths: readonly string[],
  surroundings: Surroundings,
): Promise<CollectedFiles> {
  const collected: CollectedFiles = { files: [], skipped: [] };
  for (const path of paths) {
    if (path === '-') {
      const content = await surroundings.readInput();
      collected.files.push({ path: 'stdin', content });
      continue;
    }
    const full = resolve(surroundings.cwd, path);
    const entry = await stat(full).catch(() => undefined);
    if (!entry) {
      throw new UsageError(`There is no file and no folder ${path}.`);
    }
    const found = entry.isDirectory()
      ? await filesIn(full, surroundings)
      : { files: [await fileAt(full, surroundings.cwd)], skipped: [] };
    if (found.files.length === 0) {
      throw new UsageError(
        [
          `There are no manifests in ${path}.`,
          ...found.skipped.map(
            ({ path: where, because }) => `${where}: ${because}`,
          ),
        ].join('\n'),
      );
    }
    collected.files.push(...found.files);
    collected.skipped.push(...found.skipped);
  }
  return collected;
}

const ENDINGS = ['.yaml', '.yml', '.json'];

async function filesIn(
  folder: string,
  surroundings: Surroundings,
): Promise<CollectedFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  const path = relativePath(folder, surroundings.cwd);
  if (kustomizationIn(names)) {
    const content = await kustomizeBuild(folder, path, surroundings.env);
    return { files: [{ path, content }], skipped: [] };
  }
  if (names.includes('Chart.yaml')) {
    return {
      files: [],
      skipped: [
        {
          path,
          because: `It is a Helm chart, and its templates are no manifests before they are rendered. Pipe them in: helm template ${path} | backstage-aks-check -`,
        },
      ],
    };
  }
  const collected: CollectedFiles = { files: [], skipped: [] };
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = join(folder, entry.name);
    if (entry.isDirectory() && !isHidden(entry.name)) {
      const below = await filesIn(full, surroundings);
      collected.files.push(...below.files);
      collected.skipped.push(...below.skipped);
    } else if (entry.isFile() && ENDINGS.includes(extname(entry.name))) {
      collected.files.push(await fileAt(full, surroundings.cwd));
    }
  }
  return collected;
}

async function fileAt(full: string, cwd: string): Promise<ManifestFile> {
  return {
    path: relativePath(full, cwd),
    content: await readFile(full, 'utf8'),
  };
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

// Reports are read on other machines too, so their paths have one form.
function relativePath(full: string, cwd: string): string {
  return (relative(cwd, full) || '.').split(sep).join('/');
}
