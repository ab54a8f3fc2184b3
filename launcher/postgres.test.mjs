import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPostgres, startPostgres } from './postgres.mjs';
import { temporaryFolder } from './testing/temporary.mjs';

const programs = findPostgres({ env: process.env });
const skip = programs ? false : 'PostgreSQL is not installed here';

test('the programs on the path come before those of Debian', t => {
  const folder = temporaryFolder(t, {
    'path/initdb': '',
    'path/postgres': '',
    'client/psql': '',
    'debian/15/bin/initdb': '',
    'debian/15/bin/postgres': '',
    'debian/9/bin/initdb': '',
    'debian/9/bin/postgres': '',
  });
  const debian = join(folder, 'debian');
  const found = PATH => findPostgres({ env: { PATH }, debian });
  assert.equal(found(join(folder, 'path')), join(folder, 'path'));
  assert.equal(found(join(folder, 'client')), join(debian, '15', 'bin'));
});

test('a machine without PostgreSQL has none', t => {
  const folder = temporaryFolder(t);
  const debian = join(folder, 'none');
  assert.equal(findPostgres({ env: { PATH: folder }, debian }), undefined);
  assert.equal(findPostgres({ env: {}, debian }), undefined);
});

test('a server accepts connections until it is ended', { skip }, async t => {
  const server = await startPostgres({
    programs,
    env: process.env,
  });
  t.after(() => server.end());
  assert.equal(await accepts(server.url), true);
  await server.end();
  assert.equal(await accepts(server.url), false);
});

test('why a database cannot be made is told', async t => {
  const folder = temporaryFolder(t);
  assert.equal(existsSync(join(folder, 'initdb')), false);
  await assert.rejects(
    startPostgres({ programs: folder, env: process.env }),
    ({ message, tail }) =>
      /could not make a database/.test(message) && /initdb/.test(tail.join()),
  );
});

function accepts(url) {
  const { hostname, port } = new URL(url);
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
