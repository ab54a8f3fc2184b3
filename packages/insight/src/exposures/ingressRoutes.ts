import { IngressBackend, IngressRecord } from '../records/ingress';
import { backendLabel, Route, ServiceBackend } from './Route';

interface Claim {
  host: string;
  path?: { path: string; pathType: string };
  backend: ServiceBackend;
  field: string;
}

/**
 * The ways in that an Ingress opens: one for each host and backend. Backends
 * that are no Service are left out.
 */
export function ingressRoutes(ingress: IngressRecord): Route[] {
  const routes = new Map<string, Route>();
  for (const { host, path, backend, field } of claims(ingress)) {
    const label = backendLabel({ record: ingress, backend });
    const key = `${host} ${label} ${path ? 'rule' : 'default'}`;
    const route = routes.get(key) ?? {
      record: ingress,
      host,
      paths: [],
      tls: asksForTls(ingress, host),
      backend,
      fields: [],
      addresses: ingress.addresses,
    };
    route.fields.push(field);
    if (path) {
      route.paths.push(path);
    }
    routes.set(key, route);
  }
  for (const { paths } of routes.values()) {
    paths.sort(byPrecedence);
  }
  return [...routes.values()];
}

function claims(ingress: IngressRecord): Claim[] {
  const fromRules = ingress.rules.flatMap(({ host = '', paths }, rule) =>
    paths.flatMap(({ path, pathType, backend }, index): Claim[] =>
      backend && 'service' in backend
        ? [
            {
              host,
              path: { path, pathType },
              backend: ownBackend(ingress, backend),
              field: `spec.rules[${rule}].http.paths[${index}].backend`,
            },
          ]
        : [],
    ),
  );
  const backend = ingress.defaultBackend;
  if (!backend || !('service' in backend)) {
    return fromRules;
  }
  // The default backend takes what no rule takes, and every path of a host
  // whose rule has no paths.
  const hosts = ingress.rules
    .filter(({ host, paths }) => host !== undefined && paths.length === 0)
    .map(({ host = '' }) => host);
  const fromDefault = ['', ...hosts].map(
    (host): Claim => ({
      host,
      backend: ownBackend(ingress, backend),
      field: 'spec.defaultBackend',
    }),
  );
  return [...fromRules, ...fromDefault];
}

/** An Ingress reaches Services of its own namespace only. */
function ownBackend(
  { namespace }: IngressRecord,
  backend: Extract<IngressBackend, { service: string }>,
): ServiceBackend {
  return { ...backend, namespace };
}

// The longest path wins, and of equal ones the exact.
// https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches
function byPrecedence(
  a: { path: string; pathType: string },
  b: { path: string; pathType: string },
): number {
  const exactness = ({ pathType }: { pathType: string }) =>
    pathType === 'Exact' ? 1 : 0;
  return b.path.length - a.path.length || exactness(b) - exactness(a);
}

// An entry without hosts stands for every host of the Ingress.
function asksForTls(ingress: IngressRecord, host: string): boolean {
  const parent = `*${host.slice(host.indexOf('.'))}`;
  return ingress.tls.some(
    ({ hosts }) =>
      hosts.length === 0 ||
      hosts.includes(host) ||
      (host.includes('.') && hosts.includes(parent)),
  );
}
