import { startSandbox } from '../startSandbox';
import { WorldName } from '../worlds/readWorld';

interface ServeOptions {
  port: string;
  world: string;
}

const WORLDS = ['healthy', 'demo'];

/** Starts a sandbox and runs it until it is told to end. */
export async function serve({ port, world }: ServeOptions): Promise<void> {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new Error(`--port ${port}: give a number from 0 to 65535`);
  }
  if (world !== 'none' && !isWorld(world)) {
    throw new Error(
      `--world ${world}: there is no such world; choose ${WORLDS.join(
        ', ',
      )} or none`,
    );
  }
  const sandbox = await startSandbox({
    world: isWorld(world) ? world : undefined,
    port: number,
  }).catch(error => {
    throw explained(error, number);
  });
  for (const { name, url, tokens } of sandbox.clusters) {
    process.stdout.write(
      `cluster ${name} at ${url}, token ${tokens.reader} (read) or ${tokens.admin} (everything)\n`,
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

function isWorld(name: string): name is WorldName {
  return WORLDS.includes(name);
}

function explained(error: unknown, port: number): unknown {
  return error instanceof Error &&
    'code' in error &&
    error.code === 'EADDRINUSE'
    ? new Error(
        `port ${port} is taken by another program; end it, or choose another with --port`,
      )
    : error;
}
