import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portalEnvironment, portalParts } from './portal.mjs';
import { parseStartOptions } from './startOptions.mjs';

const toolchain = { yarn: ['yarn'], node: { path: 'node' } };

function partsFor(args) {
  const options = parseStartOptions(args);
  return portalParts({ root: '/portal', toolchain, options });
}

test('the portal is sandbox, backend and app on their usual ports', () => {
  assert.deepEqual(
    partsFor([]).map(({ name, port }) => [name, port]),
    [
      ['sandbox', 7100],
      ['backend', 7007],
      ['app', 3000],
    ],
  );
});

test('--no-sandbox starts backend and app', () => {
  const parts = partsFor(['--no-sandbox']);
  assert.deepEqual(
    parts.map(({ name }) => name),
    ['backend', 'app'],
  );
});

test('the world is passed to the sandbox', () => {
  const [{ command }] = partsFor(['--world', 'healthy']);
  assert.match(command.join(' '), /--port 7100 --world healthy$/);
});

test('scenarios are passed to the sandbox', () => {
  const [{ command }] = partsFor(['--scenario', 'a', '--scenario=b']);
  assert.match(command.join(' '), /--scenario a --scenario b$/);
});

for (const [line, expected] of [
  [
    'backstage error Unhandled rejection Backend startup failed due to the following errors:',
    true,
  ],
  ['Node.js v24.21.0', true],
  ['backstage info Plugin initialization complete', false],
]) {
  test(`the backend ${expected ? 'gave up' : 'goes on'}: ${line}`, () => {
    const { givesUp } = partsFor([]).find(({ name }) => name === 'backend');
    assert.equal(
      givesUp.some(pattern => pattern.test(line)),
      expected,
    );
  });
}

test('default ports leave the addresses to the configuration files', () => {
  assert.deepEqual(portalEnvironment(parseStartOptions([])), {});
});

test('other ports reach Backstage as addresses', () => {
  const args = ['--port', '3100', '--backend-port=7107', '--sandbox-port=7200'];
  assert.deepEqual(portalEnvironment(parseStartOptions(args)), {
    APP_CONFIG_app_baseUrl: 'http://localhost:3100',
    APP_CONFIG_backend_cors_origin: 'http://localhost:3100',
    APP_CONFIG_backend_baseUrl: 'http://localhost:7107',
    APP_CONFIG_backend_listen_port: '7107',
    SANDBOX_URL: 'http://127.0.0.1:7200',
    SANDBOX_URL_2: 'http://127.0.0.1:7201',
    SANDBOX_URL_3: 'http://127.0.0.1:7202',
  });
});

for (const [args, message] of [
  [['--prot', '3000'], /Unknown option '--prot'/],
  [['--port', 'http'], /--port http is not a port/],
  [['--port', '0'], /--port 0 is not a port/],
  [['--sandbox-port', '65536'], /--sandbox-port 65536 is not a port/],
]) {
  test(`${args.join(' ')} is refused`, () => {
    assert.throws(() => parseStartOptions(args), message);
  });
}
