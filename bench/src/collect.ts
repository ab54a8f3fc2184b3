import { setTimeout } from 'node:timers/promises';
import { ApiServers } from './ApiServers';
import { BenchOptions } from './BenchOptions';
import { Child } from './children/Child';
import { FloorResult } from './children/floor';
import { Vitals } from './children/vitals';
import { atMost, quantile, Report } from './figures';
import { Portal } from './Portal';
import { serviceNames } from './serviceNames';

const PAGE_SIZE = 500;
const VIEW_PAUSE_MILLISECONDS = 100;

/**
 * The first sync of one large cluster, against the least that anything must do
 * for it: to list it in pages and parse them.
 */
export async function collect({
  services: serviceCount = 5000,
  pods = 50_000,
  kubeconfig,
  profileFolder,
}: BenchOptions): Promise<Report> {
  const size = { services: serviceCount, pods };
  const servers = await ApiServers.start({ clusters: 1, ...size, kubeconfig });
  const children: { end(): Promise<void> }[] = [servers];
  try {
    const { clusters } = servers;
    const [{ url, token }] = clusters;
    const floor = new Child('floor', { url, token, pageSize: PAGE_SIZE });
    children.push(floor);
    await floor.started();
    const least = await floor.ask<FloorResult>({ ask: 'run' });
    const floorVitals = await floor.ask<Vitals>({ ask: 'vitals' });
    await floor.end();

    const services = serviceNames(size.services);
    await servers.close();
    const portal = await Portal.start({
      plugin: 'aks',
      clusters,
      services,
      profileFolder,
    });
    children.push(portal);
    // So that what is only loaded for a first request is not counted.
    await portal.status();
    const before = await portal.resetVitals();
    await servers.open();
    // The portal comes back by itself; the sync begins when it does.
    while ((await portal.status()).clusters[0].freshness.state !== 'live') {
      await setTimeout(10);
    }
    const since = performance.now();
    const views: number[] = [];
    await portal.live(async () => {
      const name = services[views.length % services.length];
      const { milliseconds } = await portal.request(
        `/api/aks/v1/entities/component/default/${name}/exposure`,
      );
      views.push(milliseconds);
      // A few people look on; the portal is there to serve more than this.
      await setTimeout(VIEW_PAUSE_MILLISECONDS);
    });
    const took = performance.now() - since;
    const vitals = await portal.vitals();
    return {
      name: 'collect',
      conditions: {
        ...size,
        objects: least.objects,
        'MB listed': Math.round(least.megabytes),
      },
      rows: [
        {
          what: 'floor: list and parse',
          value: least.milliseconds,
          unit: 'ms',
        },
        {
          what: 'floor: peak memory',
          value: floorVitals.peakMemory,
          unit: 'MB',
        },
        { what: 'first sync', value: took, unit: 'ms' },
        atMost('first sync / floor', took / least.milliseconds, '×', 2.5),
        {
          what: 'processor time of the sync and its views / of the floor',
          value: vitals.processorTime / floorVitals.processorTime,
          unit: '×',
        },
        atMost(
          'growth of memory, at its peak',
          vitals.peakMemory - before.peakMemory,
          'MB',
          250,
        ),
        atMost('longest block', vitals.longestBlock, 'ms', 50),
        { what: 'block, p99', value: vitals.blockP99, unit: 'ms' },
        {
          what: 'view during the sync, p50',
          value: quantile(views, 0.5),
          unit: 'ms',
        },
        {
          what: 'view during the sync, p95',
          value: quantile(views, 0.95),
          unit: 'ms',
        },
      ],
    };
  } finally {
    await Promise.all(children.map(child => child.end()));
  }
}
