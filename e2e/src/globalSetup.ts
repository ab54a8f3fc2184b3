import fs from 'node:fs';
import path from 'node:path';
import { artefacts, portal, sandbox } from './portal';
import { startBackend, startSandbox } from './processes';

/** Starts a sandbox and a portal for all tests; returns what ends them. */
export default async function globalSetup() {
  const dataDirectory = path.join(artefacts, 'database');
  fs.rmSync(dataDirectory, { recursive: true, force: true });
  fs.mkdirSync(dataDirectory, { recursive: true });

  const cluster = await startSandbox({ port: sandbox.port, world: 'demo' });
  const backend = await startBackend({
    port: portal.port,
    sandboxUrl: sandbox.url,
    dataDirectory,
  });
  return async () => {
    await backend.kill('SIGTERM');
    await cluster.kill('SIGTERM');
  };
}
