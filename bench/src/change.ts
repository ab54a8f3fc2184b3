import { setTimeout } from 'node:timers/promises';
import { ApiServers } from './ApiServers';
import { BenchOptions } from './BenchOptions';
import { atMost, quantile, Report } from './figures';
import { Ingresses } from './ingresses';
import { Portal } from './Portal';
import { serviceNames } from './serviceNames';

const CHANGES = 40;
const BUSY_EVENTS_PER_SECOND = 200;

/**
 * How long a write to the API server takes until a page shows it: at rest, and
 * while other objects change all the time.
 */
export async function change({
  services: serviceCount = 1000,
  pods = 10_000,
  kubeconfig,
  profileFolder,
}: BenchOptions): Promise<Report> {
  if (serviceCount <= CHANGES) {
    throw new Error(`change needs more than ${CHANGES} services`);
  }
  const size = { services: serviceCount, pods };
  const servers = await ApiServers.start({ clusters: 1, ...size, kubeconfig });
  let portal: Portal | undefined;
  let ingresses: Ingresses | undefined;
  try {
    const services = serviceNames(size.services);
    portal = await Portal.start({
      plugin: 'aks',
      clusters: servers.clusters,
      services,
      profileFolder,
    });
    await portal.live();
    const written = new Ingresses(servers);
    ingresses = written;
    const rename: Change = (name, host) => written.rename(name, host);
    const atRest = await seen(portal, rename, services.slice(0, CHANGES));
    const noise = new AbortController();
    const busy = keepBusy(rename, services.slice(CHANGES), noise.signal);
    const whileBusy = await seen(portal, rename, services.slice(0, CHANGES));
    noise.abort();
    const rate = await busy;
    return {
      name: 'change',
      conditions: { ...size, changes: CHANGES },
      rows: [
        { what: 'at rest, p50', value: quantile(atRest, 0.5), unit: 'ms' },
        atMost('at rest, p95', quantile(atRest, 0.95), 'ms', 1000),
        { what: 'other events per second', value: rate, unit: '' },
        {
          what: 'while busy, p50',
          value: quantile(whileBusy, 0.5),
          unit: 'ms',
        },
        atMost('while busy, p95', quantile(whileBusy, 0.95), 'ms', 1000),
      ],
    };
  } finally {
    await portal?.end();
    await ingresses?.close();
    await servers.end();
  }
}

type Change = (name: string, host: string) => Promise<void>;

/** Milliseconds from the answer to each write until a view shows it. */
async function seen(
  portal: Portal,
  apply: Change,
  names: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, name] of names.entries()) {
    const host = `changed-${index}-${Math.round(
      performance.now(),
    )}.example.com`;
    await apply(name, host);
    const since = performance.now();
    for (;;) {
      const { text } = await portal.request(
        `/api/aks/v1/entities/component/default/${name}/exposure`,
      );
      if (text.includes(host)) {
        break;
      }
      await setTimeout(5);
    }
    times.push(performance.now() - since);
  }
  return times;
}

/** Changes other services until told to stop; returns how many a second. */
async function keepBusy(
  apply: Change,
  names: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const since = performance.now();
  let changes = 0;
  while (!signal.aborted) {
    const due = ((performance.now() - since) / 1000) * BUSY_EVENTS_PER_SECOND;
    while (changes < due) {
      const name = names[changes % names.length];
      await apply(name, `busy-${changes}.example.com`);
      changes += 1;
    }
    await setTimeout(5);
  }
  return changes / ((performance.now() - since) / 1000);
}
