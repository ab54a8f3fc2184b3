import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmCommand, parseNpmSettings, yarnEnvironment } from './npm.mjs';

test('the npm that started us is called through Node', () => {
  const env = { npm_execpath: '/lib/npm/bin/npm-cli.js' };
  assert.deepEqual(npmCommand(env), [process.execPath, env.npm_execpath]);
});

test('without npm, or started by Yarn, npm is taken from the PATH', () => {
  assert.deepEqual(npmCommand({}), ['npm']);
  assert.deepEqual(npmCommand({ npm_execpath: '/x/yarn.js' }), ['npm']);
});

test('settings that are not set are left out', () => {
  const text = [
    'registry=https://mirror.example/npm/?a=b',
    'cafile = /etc/ca.pem',
    'proxy=null',
    'https-proxy=undefined',
    'strict-ssl=true',
    '',
  ].join('\n');
  assert.deepEqual(parseNpmSettings(text), {
    registry: 'https://mirror.example/npm/?a=b',
    cafile: '/etc/ca.pem',
    'strict-ssl': 'true',
  });
});

test('Yarn uses the registry, proxy and certificates of npm', () => {
  const settings = {
    registry: 'https://mirror.example/npm/',
    cafile: '/etc/ca.pem',
    proxy: 'http://proxy.example:8080',
    'strict-ssl': 'false',
  };
  assert.deepEqual(yarnEnvironment(settings, {}), {
    YARN_NPM_REGISTRY_SERVER: 'https://mirror.example/npm/',
    YARN_HTTPS_CA_FILE_PATH: '/etc/ca.pem',
    NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
    YARN_HTTP_PROXY: 'http://proxy.example:8080',
    YARN_HTTPS_PROXY: 'http://proxy.example:8080',
    YARN_ENABLE_STRICT_SSL: 'false',
  });
});

test('what the environment already says is not overridden', () => {
  const settings = { registry: 'https://a.example/', cafile: '/etc/ca.pem' };
  const env = { YARN_NPM_REGISTRY_SERVER: 'https://b.example/' };
  assert.deepEqual(Object.keys(yarnEnvironment(settings, env)), [
    'YARN_HTTPS_CA_FILE_PATH',
    'NODE_EXTRA_CA_CERTS',
  ]);
});
