/**
 * The host names under which a listener and a route meet, as the Gateway API has
 * it: a name without value stands for every name, and `*.` for one label or
 * more in front. Empty where they do not meet; `''` is any host.
 *
 * https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/httproute_types.go,
 * HTTPRouteSpec.Hostnames, read 2026-11-24
 */
export function commonHosts(
  listener: string | undefined,
  route: readonly string[],
): string[] {
  if (listener === undefined) {
    return route.length === 0 ? [''] : unique(route.map(lower));
  }
  if (route.length === 0) {
    return [lower(listener)];
  }
  return unique(route.flatMap(host => narrower(lower(listener), lower(host))));
}

/** The narrower of two names, where one covers the other. */
function narrower(a: string, b: string): string[] {
  if (covers(a, b)) {
    return [b];
  }
  return covers(b, a) ? [a] : [];
}

function covers(wide: string, narrow: string): boolean {
  return (
    wide === narrow ||
    // `*.example` also covers `*.shop.example`, as that is a suffix match.
    (wide.startsWith('*.') &&
      narrow.replace(/^\*/, '').endsWith(wide.slice(1)) &&
      narrow.replace(/^\*/, '').length > wide.length - 1)
  );
}

function lower(host: string): string {
  return host.toLowerCase();
}

function unique(hosts: readonly string[]): string[] {
  return [...new Set(hosts)];
}
