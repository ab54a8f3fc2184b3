import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';

const run = promisify(execFile);

// Debian keeps the server's programs off the path, a folder per version.
const DEBIAN = '/usr/lib/postgresql';
const START_TIMEOUT_MS = 60_000;
const READY = /database system is ready to accept connections/;

/** The folder of PostgreSQL's programs on this machine, if there is one. */
export function findPostgres({ env, debian = DEBIAN }) {
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const packaged = versions
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(debian, version, 'bin'));
  return [...onPath, ...packaged].find(folder =>
    ['initdb', 'postgres'].every(name => existsSync(join(folder, name))),
  );
}

/**
 * Starts a PostgreSQL of its own, with an empty database in a temporary
 * folder, for tests: it listens on 127.0.0.1 alone, asks for no password and
 * does not wait for the disk.
 *
 * @param {{ programs: string, env: object, onLine?: (line: string) => void }}
 *   options `programs` is the folder that `findPostgres` found
 * @returns {Promise<{ url: string, end: () => Promise<void> }>}
 * @throws {Failure} with the last lines that the server wrote
 */
export async function startPostgres({ programs, env, onLine = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const account = await unprivilegedAccount();
  if (account) {
    chownSync(folder, account.uid, account.gid);
  }
  const data = join(folder, 'data');
  const options = { cwd: folder, env, onLine, ...account };

  const initdb = new ChildGroup(
    [
      ...[join(programs, 'initdb'), '--pgdata', data, '--no-sync'],
      // Its messages are read here, in English.
      '--no-locale',
      ...['--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8'],
    ],
    options,
  );
  const { code } = await initdb.exited;
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Failure('PostgreSQL could not make a database for the tests', {
      tail: initdb.tail,
    });
  }

  const port = await freePort();
  let answer;
  const ready = new Promise(resolve => {
    answer = resolve;
  });
  const server = new ChildGroup(
    [
      ...[join(programs, 'postgres'), '-D', data, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'fsync=off'],
    ],
    { ...options, onLine: line => READY.test(line) && answer(true) },
  );
  const end = async () => {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const timer = setTimeout(() => answer(false), START_TIMEOUT_MS);
  server.exited.then(() => answer(false));
  const started = await ready;
  clearTimeout(timer);
  if (!started) {
    const { tail } = server;
    await end();
    throw new Failure('PostgreSQL did not start for the tests', { tail });
  }
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, end };
}

/** Who runs the server where we are root: PostgreSQL refuses to run as root. */
async function unprivilegedAccount() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(
        ['-u', '-g'].map(async flag =>
          Number((await run('id', [flag, name])).stdout),
        ),
      );
      return { uid, gid };
    } catch {
      // This machine has no such account.
    }
  }
  return undefined;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
