import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPorts, isPortFree } from './ports.mjs';

async function listen(t, host) {
  const server = createServer();
  server.listen({ port: 0, host });
  await once(server, 'listening');
  t.after(() => server.close());
  return server.address().port;
}

async function freePort() {
  const server = createServer();
  server.listen({ port: 0 });
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`a port in use on ${host} is not free`, async t => {
    assert.equal(await isPortFree(await listen(t, host)), false);
  });
}

test('free ports pass the check', async () => {
  const port = await freePort();
  await checkPorts([{ name: 'app', port, option: '--port' }]);
});

test('a taken port is named, with who needs it and a free one', async t => {
  const port = await listen(t, '127.0.0.1');
  const wanted = [{ name: 'backend', port, option: '--backend-port' }];
  const error = await checkPorts(wanted).catch(failure => failure);
  assert.equal(
    error.message,
    `Port ${port} is taken, and the backend needs it`,
  );
  const [, suggested] = /--backend-port (\d+)$/.exec(error.remedy);
  assert.equal(await isPortFree(Number(suggested)), true);
});

test('one port for two parts is refused', async () => {
  const port = await freePort();
  const wanted = [
    { name: 'app', port, option: '--port' },
    { name: 'backend', port, option: '--backend-port' },
  ];
  await assert.rejects(
    checkPorts(wanted),
    new RegExp(`Port ${port} is meant for both the app and the backend`),
  );
});
