import { ProbeSettings } from '../../records/loadBalancer';
import { ServicePort, ServiceRecord } from '../../records/networking';

/**
 * What Azure's load balancer asks of the nodes for one port of a Service.
 *
 * @public
 */
export type HealthProbe =
  | {
      protocol: 'tcp' | 'http' | 'https';
      /** Absent while the Service has no node port. */
      port?: number;
      /** Of probes over HTTP. */
      path?: string;
      interval: number;
      failures: number;
      /** What led to the protocol. */
      by: 'annotation' | 'appProtocol' | 'default' | 'local traffic';
    }
  /** Everything counts as well. */
  | { protocol: 'none' };

const INTERVAL = 5;
const FAILURES = 2;

/**
 * How the load balancer finds out whether nodes serve a port, as
 * cloud-provider-azure decides it (pkg/provider/
 * azure_loadbalancer_healthprobe.go, commit 7b31c76ce of 2026-08-19) with a
 * Standard load balancer and a probe for each Service. Where a cluster shares
 * one probe among its Services, it asks kube-proxy instead.
 *
 * @public
 */
export function healthProbeOf(
  service: Pick<
    ServiceRecord,
    'ports' | 'localTraffic' | 'healthCheckPort' | 'loadBalancer'
  >,
  port: ServicePort,
): HealthProbe {
  const { loadBalancer, healthCheckPort } = service;
  const shared = loadBalancer?.probe ?? {};
  const own = loadBalancer?.ports[`${port.port}`] ?? {};
  if (own.probed === false || own.rule === false) {
    return { protocol: 'none' };
  }
  const numbersOf = ({ interval, failures }: ProbeSettings) => ({
    interval: interval ?? shared.interval ?? INTERVAL,
    failures: failures ?? shared.failures ?? FAILURES,
  });
  const isTcp = port.protocol !== 'UDP' && port.protocol !== 'SCTP';
  // The proxies of a Private Link Service that speak the proxy protocol have no
  // use for the answer of kube-proxy.
  const asksKubeProxy =
    service.localTraffic && !loadBalancer?.privateLink?.proxyProtocol;
  if (asksKubeProxy && !(isTcp && own.port !== undefined)) {
    return {
      protocol: 'http',
      ...(healthCheckPort && { port: healthCheckPort }),
      path: '/healthz',
      ...numbersOf(loadBalancer?.ports[`${healthCheckPort}`] ?? {}),
      by: 'local traffic',
    };
  }
  if (!isTcp) {
    return { protocol: 'none' };
  }
  const { wanted, by } = protocolOf(
    own.protocol,
    port.appProtocol,
    shared.protocol,
  );
  const probed = probedPort(service.ports, port, own.port);
  return {
    protocol: wanted,
    ...(probed !== undefined && { port: probed }),
    ...(wanted !== 'tcp' && { path: own.path ?? shared.path ?? '/' }),
    ...numbersOf(own),
    by,
  };
}

function protocolOf(
  own: string | undefined,
  app: string | undefined,
  shared: string | undefined,
): Pick<Extract<HealthProbe, { by: string }>, 'by'> & {
  wanted: 'tcp' | 'http' | 'https';
} {
  const written = (own ?? app ?? shared)?.trim().toLowerCase();
  const wanted = written === 'http' || written === 'https' ? written : 'tcp';
  if (written === undefined) {
    return { wanted, by: 'default' };
  }
  return {
    wanted,
    by: own === undefined && app !== undefined ? 'appProtocol' : 'annotation',
  };
}

/** A port of the Service stands for its node port; another number for itself. */
function probedPort(
  ports: readonly ServicePort[],
  port: ServicePort,
  wanted: number | string | undefined,
): number | undefined {
  if (wanted === undefined) {
    return port.nodePort;
  }
  const named = ports.find(candidate =>
    typeof wanted === 'number'
      ? candidate.port === wanted
      : candidate.name?.toLowerCase() === wanted.toLowerCase(),
  );
  if (named) {
    return named.nodePort;
  }
  return typeof wanted === 'number' ? wanted : undefined;
}

/** A probe in a few words: `HTTP / on port 30080, every 5 s`. */
export function probeText(probe: HealthProbe): string {
  if (probe.protocol === 'none') {
    return 'none';
  }
  const { protocol, path, port, interval } = probe;
  return `${[protocol.toUpperCase(), ...(path ? [path] : [])].join(' ')} on ${
    port === undefined ? 'no port yet' : `port ${port}`
  }, every ${interval} s`;
}
