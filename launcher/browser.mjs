import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ChildGroup } from './children.mjs';
import { Failure } from './failure.mjs';

const run = promisify(execFile);

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const APPLICATIONS = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};
// Playwright retries a download that does not get through several times.
const DOWNLOAD_TIMEOUT_MS = 300_000;

/**
 * The path of a browser for the end-to-end tests, the first of: the one that
 * PORTAL_BROWSER names, Chromium or Chrome as installed on this machine,
 * Playwright's own (downloaded when it can be), Debian's package.
 *
 * @throws {Failure} that says how to get one
 */
export async function resolveBrowser({ root, env, onLine = () => {} }) {
  if (env.PORTAL_BROWSER) {
    return env.PORTAL_BROWSER;
  }
  const found = findSystemBrowser({ env });
  if (found) {
    return found;
  }
  const playwright = await playwrightBrowser({ root, env, onLine });
  if (playwright) {
    return playwright;
  }
  if (isDebian() && process.getuid?.() === 0) {
    await aptInstall({ env, onLine });
    const installed = findSystemBrowser({ env });
    if (installed) {
      return installed;
    }
  }
  throw new Failure('No browser was found for the end-to-end tests', {
    remedy:
      'Install Chromium or Google Chrome (Debian, Ubuntu: sudo apt-get install chromium), or set PORTAL_BROWSER to the path of one.',
  });
}

/** Chromium or Chrome as installed on this machine. */
export function findSystemBrowser({
  env,
  platform = process.platform,
  exists = existsSync,
}) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap(name =>
    folders.map(folder => join(folder, name)),
  );
  return [...candidates, ...(APPLICATIONS[platform] ?? [])].find(exists);
}

async function playwrightBrowser({ root, env, onLine }) {
  const require = createRequire(join(root, 'e2e', 'package.json'));
  const { chromium } = require('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    const cli = require.resolve('@playwright/test/cli');
    const child = new ChildGroup(['node', cli, 'install', 'chromium'], {
      cwd: join(root, 'e2e'),
      env,
      onLine,
    });
    const timer = setTimeout(() => child.end(), DOWNLOAD_TIMEOUT_MS);
    await child.exited;
    clearTimeout(timer);
  }
  // The download brings no system libraries: it may be there and not start.
  return (await starts(path)) ? path : undefined;
}

async function starts(path) {
  try {
    await run(path, ['--version']);
    return true;
  } catch {
    return false;
  }
}

function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

async function aptInstall({ env, onLine }) {
  const commands = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ];
  for (const command of commands) {
    const child = new ChildGroup(command, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      onLine,
    });
    await child.exited;
  }
}
