import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to call the npm that started us, or else the one on the PATH. */
export function npmCommand(env = process.env) {
  // npm tells its scripts where it lives. Calling that file through Node also
  // works on Windows, where `npm` is a batch file that cannot be spawned.
  if (/npm-cli\.c?js$/.test(env.npm_execpath ?? '')) {
    return [process.execPath, env.npm_execpath];
  }
  return ['npm'];
}

const SETTINGS = ['registry', 'cafile', 'proxy', 'https-proxy', 'strict-ssl'];

/** npm's settings for reaching a registry, without those that are not set. */
export async function readNpmSettings(root, npm = npmCommand()) {
  const [program, ...args] = npm;
  const { stdout } = await run(
    program,
    [...args, 'config', 'get', ...SETTINGS],
    { cwd: root },
  );
  return parseNpmSettings(stdout);
}

/** Reads the `key=value` lines that `npm config get` prints. */
export function parseNpmSettings(text) {
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^([a-z-]+)\s?=\s?(.*)$/.exec(line) ?? [];
    if (value && value !== 'null' && value !== 'undefined') {
      settings[key] = value;
    }
  }
  return settings;
}

/**
 * npm's settings as Yarn and Node understand them, so that a machine set up
 * for npm (a mirror, a proxy, a company's certificate authority) needs no
 * second set-up. What the caller has set itself stays as it is.
 */
export function yarnEnvironment(settings, env = process.env) {
  const wanted = {
    YARN_NPM_REGISTRY_SERVER: settings.registry,
    YARN_HTTPS_CA_FILE_PATH: settings.cafile,
    NODE_EXTRA_CA_CERTS: settings.cafile,
    YARN_HTTP_PROXY: settings.proxy,
    YARN_HTTPS_PROXY: settings['https-proxy'] ?? settings.proxy,
    YARN_ENABLE_STRICT_SSL:
      settings['strict-ssl'] === 'false' ? 'false' : undefined,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && !env[key],
    ),
  );
}
