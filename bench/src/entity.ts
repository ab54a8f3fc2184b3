import { ApiServers } from './ApiServers';
import { BenchOptions } from './BenchOptions';
import { PortalSetting } from './children/portal';
import { atLeast, atMost, Figure, quantile, Report } from './figures';
import { Measured, Portal, PortalOptions } from './Portal';
import { serviceNames } from './serviceNames';
import { serverTime } from './serverTime';

const VIEWS = 60;

/** How to ask each of the two ways for what it knows of a service. */
const ways: Record<
  PortalSetting['plugin'],
  (portal: Portal, name: string, etag?: string) => Promise<Measured>
> = {
  aks: (portal, name, etag) =>
    portal.request(`/api/aks/v1/entities/component/default/${name}/exposure`, {
      etag,
    }),
  kubernetes: (portal, name) =>
    portal.request('/api/kubernetes/resources/workloads/query', {
      body: { entityRef: `component:default/${name}`, auth: {} },
    }),
};

interface Way {
  p50: number;
  p95: number;
  bytes: number;
  /** As it travels, compressed. */
  compressed: number;
  lists: number;
  /** Of views that were made before, as an open page asks again. */
  again: number;
  againBytes: number;
}

/**
 * One service page from this portal, and from the Kubernetes plugin of
 * Backstage, over the same API servers and with the same services and rights.
 * Each view is of another service, so that nothing was computed before.
 */
export async function entity({
  clusters: clusterCount = 20,
  services: serviceCount = 1000,
  pods = 2000,
  kubeconfig,
  profileFolder,
}: BenchOptions): Promise<Report> {
  const size = { clusters: clusterCount, services: serviceCount, pods };
  const servers = await ApiServers.start({ ...size, kubeconfig });
  try {
    const { clusters } = servers;
    const services = serviceNames(size.services);
    const served = await serverTime(clusters, services);
    const measure = (plugin: PortalSetting['plugin']) =>
      measured(servers, { plugin, clusters, services, profileFolder });
    const ours = await measure('aks');
    const theirs = await measure('kubernetes');
    return {
      name: 'entity',
      conditions: { ...size, views: VIEWS },
      rows: [
        {
          what: "the API servers' own time for one page's lists",
          value: served,
          unit: 'ms',
        },
        ...rowsOf('Kubernetes plugin', theirs),
        ...rowsOf('this portal', ours),
        atLeast('ratio of times, p50', theirs.p50 / ours.p50, '×', 100),
        atLeast('ratio of bytes', theirs.bytes / ours.bytes, '×', 20),
        {
          what: 'ratio of bytes as they travel',
          value: theirs.compressed / ours.compressed,
          unit: '×',
        },
        {
          what: 'ratio of times, asked again',
          value: theirs.again / ours.again,
          unit: '×',
        },
        atMost('lists per view of this portal', ours.lists, '', 0),
      ],
    };
  } finally {
    await servers.end();
  }
}

async function measured(
  servers: ApiServers,
  setting: PortalOptions,
): Promise<Way> {
  const portal = await Portal.start(setting);
  try {
    if (setting.plugin === 'aks') {
      await portal.live();
    }
    const view = (name: string, etag?: string) =>
      ways[setting.plugin](portal, name, etag);
    // A first view of each loads code and connections.
    await view(setting.services[0]);
    await portal.resetVitals();
    const before = await servers.lists();
    const views: Measured[] = [];
    const names = setting.services.slice(1, VIEWS + 1);
    for (const name of names) {
      views.push(await view(name));
    }
    const after = await servers.lists();
    const repeated: Measured[] = [];
    for (const [index, name] of names.entries()) {
      repeated.push(await view(name, views[index].etag));
    }
    await portal.vitals();
    const times = views.map(({ milliseconds }) => milliseconds);
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      bytes: quantile(
        views.map(({ bytes }) => bytes),
        0.5,
      ),
      compressed: quantile(
        views.map(({ compressed }) => compressed),
        0.5,
      ),
      lists: (after - before) / views.length,
      again: quantile(
        repeated.map(({ milliseconds }) => milliseconds),
        0.5,
      ),
      againBytes: quantile(
        repeated.map(({ bytes }) => bytes),
        0.5,
      ),
    };
  } finally {
    await portal.end();
  }
}

function rowsOf(who: string, way: Way): Figure[] {
  const { p50, p95, bytes, compressed, lists, again, againBytes } = way;
  return [
    { what: `${who}: p50`, value: p50, unit: 'ms' },
    { what: `${who}: p95`, value: p95, unit: 'ms' },
    { what: `${who}: answer`, value: bytes / 1000, unit: 'kB' },
    {
      what: `${who}: answer as it travels`,
      value: compressed / 1000,
      unit: 'kB',
    },
    { what: `${who}: lists per view`, value: lists, unit: '' },
    { what: `${who}: asked again, p50`, value: again, unit: 'ms' },
    {
      what: `${who}: asked again, answer`,
      value: againBytes / 1000,
      unit: 'kB',
    },
  ];
}
