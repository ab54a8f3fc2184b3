// The checks a kube-apiserver 1.36 names that have a meaning for a sandbox.
const CHECKS = [
  'ping',
  'log',
  'informer-sync',
  'poststarthook/start-apiserver-admission-initializer',
  'poststarthook/generic-apiserver-start-informers',
  'poststarthook/start-apiextensions-controllers',
  'poststarthook/crd-informer-synced',
  'poststarthook/storage-readiness',
  'poststarthook/rbac/bootstrap-roles',
  'poststarthook/apiservice-discovery-controller',
];

/** The answer of a health endpoint, or undefined where the path is none. */
export function healthCheck(
  path: string,
  verbose: boolean,
): string | undefined {
  const [, endpoint, ...check] = path.split('/');
  if (!['healthz', 'livez', 'readyz'].includes(endpoint)) {
    return undefined;
  }
  if (check.length > 0) {
    return CHECKS.includes(check.join('/')) ? 'ok' : undefined;
  }
  if (!verbose) {
    return 'ok';
  }
  const checks = endpoint === 'readyz' ? [...CHECKS, 'shutdown'] : CHECKS;
  return [
    ...checks.map(name => `[+]${name} ok`),
    `${endpoint} check passed`,
    '',
  ].join('\n');
}
