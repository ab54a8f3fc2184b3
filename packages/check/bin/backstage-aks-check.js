#!/usr/bin/env node
const { runCommand } = require('..');
const { version } = require('../package.json');

async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  readInput,
  write: text => process.stdout.write(text),
  writeError: text => process.stderr.write(text),
  version,
}).then(code => {
  // Not process.exit: what was written to a pipe may still be on its way.
  process.exitCode = code;
});
