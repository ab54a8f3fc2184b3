import { SandboxOptions, startSandbox } from '../startSandbox';

/** A port from the command line. @throws Error if it is none */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${text}: give a number from 0 to 65535`);
  }
  return port;
}

/** Starts a sandbox and runs it until it is told to end. */
export async function keepRunning(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options).catch(error => {
    throw explained(error);
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

function explained(error: unknown): unknown {
  return error instanceof Error &&
    'code' in error &&
    error.code === 'EADDRINUSE' &&
    'port' in error
    ? new Error(
        `port ${error.port} is taken by another program; end it, or choose another with --port`,
      )
    : error;
}
