import { startSandbox } from '@backstage-aks/sandbox';
import type { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../src/accessibility';
import { PortalApi } from '../src/api';
import { enterAs } from '../src/people';
import { inEachTheme, takePictures } from '../src/pictures';
import { artefacts } from '../src/portal';
import { Server, startBackend } from '../src/processes';

const CLUSTER = 'contoso-prod-weu';
const HOST = 'shop.contoso.example';
// Past the ports of the other tests.
const SANDBOX_PORT = 17120;
const PORTAL_PORT = 17009;

test.use({ baseURL: `http://localhost:${PORTAL_PORT}` });

const api = () =>
  new PortalApi({
    portalUrl: `http://localhost:${PORTAL_PORT}`,
    user: 'user:default/priya.nair',
  });

async function status() {
  const { clusters } = await api().get<FleetStatus>('/status');
  return clusters.find(({ name }) => name === CLUSTER);
}

async function kindStates() {
  const states = (await status())?.kinds.map(
    ({ freshness }) => freshness.state,
  );
  return [...new Set(states)].sort();
}

test('a cluster that no longer lets the portal in does not look well', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const dataDirectory = path.join(artefacts, 'outdated-database');
  fs.rmSync(dataDirectory, { recursive: true, force: true });
  fs.mkdirSync(dataDirectory, { recursive: true });

  const sandbox = await startSandbox({ world: 'demo', port: SANDBOX_PORT });
  const startPortal = () =>
    startBackend({
      port: PORTAL_PORT,
      sandboxUrl: `http://127.0.0.1:${SANDBOX_PORT}`,
      dataDirectory,
    });
  let portal: Server | undefined = await startPortal();
  try {
    await expect
      .poll(kindStates, { timeout: 90_000 })
      .toEqual(expect.arrayContaining(['live']));
    await expect.poll(kindStates, { timeout: 90_000 }).not.toContain('pending');
    await portal.kill('SIGKILL');
    const cluster = sandbox.clusters.find(({ name }) => name === CLUSTER);
    cluster?.faults.add({ fault: { type: 'status', code: 401 } });
    portal = await startPortal();

    await test.step('its kinds have its reason and remedy', async () => {
      await expect
        .poll(async () => (await status())?.freshness.reason, {
          timeout: 60_000,
        })
        .toBe('unauthorized');
      const told = await status();
      const remedies = told?.kinds
        .filter(({ freshness }) => freshness.state === 'stale')
        .map(({ freshness }) => freshness.remedy);
      expect(new Set(remedies)).toEqual(new Set([told?.freshness.remedy]));
    });

    await test.step('its hosts say of when they are', async () => {
      await enterAs(page, 'Priya Nair');
      await page.goto(
        `/catalog/default/component/shop-front/exposure?host=${HOST}`,
      );
      const host = page.getByRole('article', { name: HOST }).first();
      await expect(host).toContainText(/ok · as of/);
      await expect(
        page.getByRole('region', { name: 'production' }),
      ).toContainText(/as of/);
      await inEachTheme(
        page,
        () => expect(host).toContainText(/ok · as of/),
        () => expectAccessible(page),
      );
      await takePictures(page, 'outdated-exposure', () =>
        expect(host).toContainText(/ok · as of/),
      );
    });

    await test.step('so does the list of hosts, and the action', async () => {
      await page.goto(
        '/aks/hosts?query=https%3A%2F%2Fshop.contoso.example%2Fapi',
      );
      await expect(page.getByRole('row').nth(1)).toContainText(/as of/);
      await takePictures(page, 'outdated-hosts', () =>
        expect(page.getByRole('row').nth(1)).toContainText(/as of/),
      );
      const found = await api().invoke<{ notCurrent: string[] }>(
        'aks:find-host',
        { query: HOST },
      );
      expect(found.notCurrent).toEqual([`${CLUSTER}: stale`]);
    });

    await test.step('and the page of the state', async () => {
      await page.goto('/aks/status');
      await expect(
        page.getByText(/not installed on this cluster/).first(),
      ).toBeVisible();
      await takePictures(page, 'outdated-status', () =>
        expect(page.getByText(/not installed/).first()).toBeVisible(),
      );
    });
  } finally {
    await portal?.kill('SIGKILL');
    await sandbox.close();
  }
});
