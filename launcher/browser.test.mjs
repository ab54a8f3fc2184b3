import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSystemBrowser, resolveBrowser } from './browser.mjs';

for (const [platform, installed, expected] of [
  ['linux', ['/usr/bin/chromium'], '/usr/bin/chromium'],
  ['linux', ['/opt/bin/google-chrome'], '/opt/bin/google-chrome'],
  [
    'linux',
    ['/usr/bin/google-chrome', '/usr/bin/chromium'],
    '/usr/bin/chromium',
  ],
  ['linux', ['/usr/bin/firefox'], undefined],
  [
    'darwin',
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
]) {
  test(
    `${platform} with ${installed} gives ${expected}`,
    {
      skip: process.platform === 'win32' && 'the cases are POSIX paths',
    },
    () => {
      const found = findSystemBrowser({
        env: { PATH: '/opt/bin:/usr/bin' },
        platform,
        exists: path => installed.includes(path),
      });
      assert.equal(found, expected);
    },
  );
}

test('PORTAL_BROWSER is taken as it is', async () => {
  const env = { PATH: '', PORTAL_BROWSER: '/opt/my browser' };
  assert.equal(await resolveBrowser({ root: '.', env }), '/opt/my browser');
});
