import { join } from 'node:path';

const DEFAULT_PORTS = { app: 3000, backend: 7007, sandbox: 7100 };

// The first start compiles everything, which takes minutes on a slow machine.
const APP_TIMEOUT_MS = 300_000;
const BACKEND_TIMEOUT_MS = 180_000;
const SANDBOX_TIMEOUT_MS = 60_000;

// The Backstage CLI outlives a backend that failed, to start it again after an
// edit, and a backend with a failed plugin stays up, never ready.
const BACKEND_GIVES_UP = [
  /Backend startup failed due to the following errors/,
  // What Node prints last when an uncaught error ends it.
  /^Node\.js v\d/,
];

/**
 * The processes that make a portal: how each is started, the port it needs
 * and the address at which it says that it is ready.
 */
export function portalParts({ root, toolchain, options }) {
  const { ports } = options;
  const app = {
    name: 'app',
    port: ports.app,
    option: '--port',
    command: [...toolchain.yarn, 'workspace', 'app', 'start'],
    path: '/',
    timeoutMs: APP_TIMEOUT_MS,
    colour: 35,
  };
  const backend = {
    name: 'backend',
    port: ports.backend,
    option: '--backend-port',
    command: [...toolchain.yarn, 'workspace', 'backend', 'start'],
    path: '/.backstage/health/v1/readiness',
    timeoutMs: BACKEND_TIMEOUT_MS,
    givesUp: BACKEND_GIVES_UP,
    colour: 36,
  };
  const sandbox = {
    name: 'sandbox',
    port: ports.sandbox,
    option: '--sandbox-port',
    command: sandboxCommand({ root, toolchain, options }),
    path: '/readyz',
    timeoutMs: SANDBOX_TIMEOUT_MS,
    colour: 33,
    // So that the backend's first look finds its clusters.
    first: true,
  };
  return options.sandbox ? [sandbox, backend, app] : [backend, app];
}

/**
 * What tells Backstage about the options. Only a choice that differs from
 * app-config.yaml is passed on, because the environment outranks
 * app-config.local.yaml, where a person may have set an address of their own.
 */
export function portalEnvironment({ ports }) {
  const env = {};
  if (ports.app !== DEFAULT_PORTS.app) {
    const url = `http://localhost:${ports.app}`;
    env.APP_CONFIG_app_baseUrl = url;
    env.APP_CONFIG_backend_cors_origin = url;
  }
  if (ports.backend !== DEFAULT_PORTS.backend) {
    env.APP_CONFIG_backend_baseUrl = `http://localhost:${ports.backend}`;
    env.APP_CONFIG_backend_listen_port = String(ports.backend);
  }
  if (ports.sandbox !== DEFAULT_PORTS.sandbox) {
    // The clusters of the sandbox listen on one port after the other.
    ['SANDBOX_URL', 'SANDBOX_URL_2', 'SANDBOX_URL_3'].forEach(
      (variable, index) => {
        env[variable] = `http://127.0.0.1:${ports.sandbox + index}`;
      },
    );
  }
  return env;
}

function sandboxCommand({ root, toolchain, options }) {
  return [
    toolchain.node.path,
    join(root, 'packages', 'sandbox', 'bin', 'sandbox'),
    ...['--port', String(options.ports.sandbox)],
    ...['--world', options.world],
    ...options.scenarios.flatMap(name => ['--scenario', name]),
  ];
}
