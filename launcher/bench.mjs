import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScript } from './runScript.mjs';

runScript({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  file: 'bench/src/run.ts',
  args: process.argv.slice(2),
});
