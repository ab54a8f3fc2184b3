import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runScript } from './runScript.mjs';

// The command of packages/check as it stands in this tree, without a build.
runScript({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  file: 'packages/check/bin/backstage-aks-check.js',
  args: process.argv.slice(2),
});
