import { startSandbox } from '@backstage-aks/sandbox';
import type {
  ExposureAnswer,
  FleetStatus,
} from '@backstage-aks/plugin-aks-common';
import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { PortalApi } from '../src/api';
import { artefacts } from '../src/portal';
import { Server, startBackend } from '../src/processes';

const CLUSTER = 'contoso-prod-weu';
// Past the three ports of the sandbox that the other tests share.
const SANDBOX_PORT = 17110;
const PORTAL_PORT = 17008;

const CHECKOUT = '/entities/component/default/checkout/exposure';

function startCluster(world: 'demo' | 'healthy') {
  return startSandbox({ world, port: SANDBOX_PORT });
}

function startPortal(dataDirectory: string) {
  return startBackend({
    port: PORTAL_PORT,
    sandboxUrl: `http://127.0.0.1:${SANDBOX_PORT}`,
    dataDirectory,
  });
}

function api() {
  return new PortalApi({
    portalUrl: `http://localhost:${PORTAL_PORT}`,
    user: 'user:default/priya.nair',
  });
}

async function kindStates(): Promise<Record<string, string>> {
  const status = await api().get<FleetStatus>('/status');
  const cluster = status.clusters.find(({ name }) => name === CLUSTER);
  return Object.fromEntries(
    (cluster?.kinds ?? []).map(({ kind, freshness }) => [
      kind,
      freshness.state,
    ]),
  );
}

test('a portal killed in its first sync, and a cluster made anew', async () => {
  test.setTimeout(240_000);
  const dataDirectory = path.join(artefacts, 'restart-database');
  fs.rmSync(dataDirectory, { recursive: true, force: true });
  fs.mkdirSync(dataDirectory, { recursive: true });

  let sandbox = await startCluster('demo');
  let portal: Server | undefined;
  try {
    await test.step('it is killed while pods are being listed', async () => {
      const [cluster] = sandbox.clusters;
      const slow = cluster.faults.add({
        match: { verb: 'list', resource: 'pods' },
        fault: { type: 'hang' },
      });
      portal = await startPortal(dataDirectory);
      await expect
        .poll(kindStates)
        .toMatchObject({ Ingress: 'live', Service: 'live', Pod: 'pending' });
      await portal.kill('SIGKILL');
      slow.remove();
    });

    await test.step('it serves at once what it knew, as stale', async () => {
      const [cluster] = sandbox.clusters;
      const down = cluster.faults.add({ fault: { type: 'refuse' } });
      portal = await startPortal(dataDirectory);
      const view = await api().get<ExposureAnswer>(CHECKOUT);
      const source = view.sources.find(from => from.cluster.name === CLUSTER);
      expect(source?.freshness.state).toBe('stale');
      expect(view.environments[0].exposures[0]).toMatchObject({
        host: 'checkout.contoso.example',
      });
      const [{ hops }] = view.environments[0].exposures;
      const pods = hops
        .map(place => view.hops[place])
        .find(hop => hop.kind === 'pods');
      expect(pods).toBeDefined();
      expect(pods?.verdict).not.toBe('ok');
      down.remove();
    });

    await test.step('it becomes live', async () => {
      await expect
        .poll(
          async () =>
            Object.entries(await kindStates()).filter(
              // Of add-ons that are not installed there is nothing to know.
              ([, state]) => state !== 'live' && state !== 'absent',
            ),
          { timeout: 60_000 },
        )
        .toEqual([]);
      expect(await kindStates()).toMatchObject({
        Pod: 'live',
        Gateway: 'live',
      });
    });

    await test.step('a new cluster under the same address replaces the old', async () => {
      await sandbox.close();
      sandbox = await startCluster('healthy');
      await expect
        .poll(
          async () => {
            const view = await api().get<ExposureAnswer>(CHECKOUT);
            return {
              clusters: new Set(
                view.sources.map(({ freshness }) => freshness.state),
              ),
              verdicts: view.environments.map(({ verdict }) => verdict),
            };
          },
          { timeout: 90_000 },
        )
        .toEqual({ clusters: new Set(['live']), verdicts: ['ok', 'ok'] });
    });
  } finally {
    await portal?.kill('SIGKILL');
    await sandbox.close();
  }
});
