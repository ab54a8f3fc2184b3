import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../command/runCommand';

/** Runs the command in a folder, as a shell would. */
export async function command(
  cwd: string,
  words: string[],
  { input = '', path = '' } = {},
) {
  let out = '';
  let errors = '';
  const code = await runCommand(words, {
    cwd,
    env: { PATH: path },
    readInput: async () => input,
    write: text => {
      out += text;
    },
    writeError: text => {
      errors += text;
    },
    version: '1.2.3',
  });
  return { code, out, errors };
}

/** A folder with files, for as long as a test takes. */
export function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
