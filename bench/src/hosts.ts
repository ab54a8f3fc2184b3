import { setTimeout } from 'node:timers/promises';
import { ApiServers } from './ApiServers';
import { BenchOptions } from './BenchOptions';
import { atMost, quantile, Report } from './figures';
import { Ingresses } from './ingresses';
import { Measured, Portal } from './Portal';
import { serviceNames } from './serviceNames';

const HOSTS = 200;
/** Enough for a p95 of a portal that runs, not of one that has just started. */
const VIEWS = 300;
const FIRST_VIEWS = 10;

/**
 * The exposure of a service with many host names: computed anew because
 * something has just changed, and asked again while nothing changes.
 */
export async function hosts({
  services: serviceCount = 1000,
  pods = 2000,
  kubeconfig,
  profileFolder,
}: BenchOptions): Promise<Report> {
  const size = { services: serviceCount, pods };
  const servers = await ApiServers.start({ clusters: 1, ...size, kubeconfig });
  let portal: Portal | undefined;
  let ingresses: Ingresses | undefined;
  try {
    ingresses = new Ingresses(servers);
    const services = serviceNames(size.services);
    const [service] = services;
    const names = Array.from(
      { length: HOSTS },
      (_, index) => `tenant-${index}.contoso.example`,
    );
    await ingresses.expose(service, names);
    portal = await Portal.start({
      plugin: 'aks',
      clusters: servers.clusters,
      services,
      profileFolder,
    });
    await portal.live();
    await portal.resetVitals();
    const anew: Measured[] = [];
    const again: Measured[] = [];
    let { etag } = await ask(portal, service);
    for (let view = 0; view < VIEWS; view += 1) {
      const host = `renamed-${view}.contoso.example`;
      await ingresses.rename(service, host);
      const shown = await firstWith(portal, service, host, etag);
      ({ etag } = shown);
      anew.push(shown);
      again.push(await ask(portal, service, etag));
    }
    await portal.vitals();
    const times = (views: readonly Measured[]) =>
      views.map(({ milliseconds }) => milliseconds);
    const slowestFirst = Math.max(...times(anew.slice(0, FIRST_VIEWS)));
    return {
      name: 'hosts',
      conditions: { ...size, hosts: HOSTS, views: VIEWS },
      rows: [
        {
          what: 'computed anew, p50',
          value: quantile(times(anew), 0.5),
          unit: 'ms',
        },
        atMost('computed anew, p95', quantile(times(anew), 0.95), 'ms', 50),
        {
          what: `the slowest of the first ${FIRST_VIEWS}`,
          value: slowestFirst,
          unit: 'ms',
        },
        {
          what: 'asked again, p50',
          value: quantile(times(again), 0.5),
          unit: 'ms',
        },
        atMost('asked again, p95', quantile(times(again), 0.95), 'ms', 50),
        { what: 'answer', value: anew[0].bytes / 1000, unit: 'kB' },
        {
          what: 'answer as it travels',
          value: anew[0].compressed / 1000,
          unit: 'kB',
        },
      ],
    };
  } finally {
    await portal?.end();
    await ingresses?.close();
    await servers.end();
  }
}

/** The answer that shows a host name first, and so was computed for it. */
async function firstWith(
  portal: Portal,
  service: string,
  host: string,
  etag?: string,
): Promise<Measured> {
  let known = etag;
  for (;;) {
    const answer = await ask(portal, service, known);
    if (answer.text.includes(host)) {
      return answer;
    }
    known = answer.etag;
    await setTimeout(20);
  }
}

function ask(
  portal: Portal,
  service: string,
  etag?: string,
): Promise<Measured> {
  return portal.request(
    `/api/aks/v1/entities/component/default/${service}/exposure`,
    { etag },
  );
}
