import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { artefacts, root } from './portal';

/** A server that a test started, with the log that it leaves. */
export interface Server {
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the sandbox's command on a port of its own. */
export function startSandbox(options: {
  port: number;
  world: string;
}): Promise<Server> {
  return start({
    name: `sandbox-${options.port}`,
    args: [
      path.join(root, 'packages/sandbox/bin/sandbox'),
      'serve',
      '--port',
      String(options.port),
      '--world',
      options.world,
    ],
    ready: `http://127.0.0.1:${options.port}/readyz`,
  });
}

/** Starts the backend, which also serves the built web app. */
export function startBackend(options: {
  port: number;
  /** The first cluster of a sandbox; the others follow it port by port. */
  sandboxUrl: string;
  dataDirectory: string;
}): Promise<Server> {
  const url = `http://localhost:${options.port}`;
  return start({
    name: `backend-${options.port}`,
    directory: path.join(root, 'packages/backend'),
    args: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--import',
      require.resolve('@backstage/cli/config/nodeTransformHooks.mjs'),
      'src/index.ts',
      '--config',
      path.join(root, 'app-config.yaml'),
    ],
    environment: {
      NODE_ENV: 'development',
      PORTAL_DATA_DIR: options.dataDirectory,
      SANDBOX_URL: options.sandboxUrl,
      SANDBOX_URL_2: clusterAfter(options.sandboxUrl, 1),
      SANDBOX_URL_3: clusterAfter(options.sandboxUrl, 2),
      APP_CONFIG_app_baseUrl: url,
      APP_CONFIG_backend_baseUrl: url,
      APP_CONFIG_backend_listen_port: String(options.port),
      APP_CONFIG_backend_cors_origin: url,
    },
    // Ready when somebody can sign in: the catalog has read its people.
    ready: `${url}/api/auth/sandbox/refresh`,
    headers: {
      'x-sandbox-user': 'user:default/guest',
      'x-requested-with': 'XMLHttpRequest',
    },
  });
}

function clusterAfter(first: string, places: number): string {
  const url = new URL(first);
  url.port = String(Number(url.port) + places);
  return url.origin;
}

async function start(options: {
  name: string;
  args: string[];
  directory?: string;
  environment?: NodeJS.ProcessEnv;
  ready: string;
  headers?: Record<string, string>;
}): Promise<Server> {
  fs.mkdirSync(artefacts, { recursive: true });
  const log = path.join(artefacts, `${options.name}.log`);
  const output = fs.openSync(log, 'w');
  const child = spawn(process.execPath, options.args, {
    cwd: options.directory ?? root,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', output, output],
  });
  try {
    await answers(options.ready, child, options.headers);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${options.name} did not start: ${error}. See ${log}`);
  }
  return {
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill(signal);
        await exited;
      }
    },
  };
}

async function answers(
  url: string,
  child: ChildProcess,
  headers: Record<string, string> = {},
): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`it ended with code ${child.exitCode}`);
    }
    const response = await fetch(url, { headers }).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within 90 s`);
}
