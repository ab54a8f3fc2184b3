import type { ClusterState } from '../cluster/ClusterState';
import { aggregatedDiscovery } from '../discovery/aggregatedDiscovery';
import {
  apiGroup,
  apiGroupList,
  apiResourceList,
  apiVersions,
} from '../discovery/legacyDiscovery';
import { openApiDocument, openApiIndex } from '../discovery/openApi';
import { serverVersion } from '../discovery/serverVersion';
import { healthCheck } from '../discovery/healthChecks';
import { methodNotAllowed } from '../errors/refusals';
import { Exchange } from './Exchange';
import { wantsAggregatedDiscovery } from './representation';
import { respondJson, respondPathNotFound, respondText } from './respond';
import { serveControl } from './serveControl';

/** Answers requests that address no resource: discovery, health, version. */
export async function servePath(
  cluster: ClusterState,
  exchange: Exchange,
  path: string,
): Promise<void> {
  const { request, response, url } = exchange;
  if (path.startsWith('/sandbox/')) {
    await serveControl(cluster, exchange, path);
    return;
  }
  const health = healthCheck(path, url.searchParams.has('verbose'));
  if (health !== undefined) {
    respondText(response, 200, health, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    return;
  }
  const body = discoveryBody(cluster, exchange, path.replace(/\/$/, ''));
  if (body === undefined) {
    respondPathNotFound(response);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed();
  }
  respondJson(response, 200, body.content, body.headers);
}

interface DiscoveryBody {
  content: unknown;
  headers?: Record<string, string>;
}

function discoveryBody(
  { kinds, kubernetesVersion }: ClusterState,
  { request }: Exchange,
  path: string,
): DiscoveryBody | undefined {
  const parts = path.split('/').slice(1);
  const aggregated = wantsAggregatedDiscovery(request.headers.accept);
  const [root, group, version] = parts;
  if (path === '/version') {
    return { content: serverVersion(kubernetesVersion) };
  }
  if (path === '/api') {
    return aggregated
      ? aggregatedDiscovery(kinds, [''])
      : { content: apiVersions(request.socket) };
  }
  if (path === '/apis') {
    return aggregated
      ? aggregatedDiscovery(kinds, kinds.groups())
      : { content: apiGroupList(kinds) };
  }
  if (path === '/openapi/v3') {
    return { content: openApiIndex(kinds) };
  }
  if (root === 'openapi') {
    return asBody(openApiDocument(kinds, path));
  }
  if (root === 'api' && parts.length === 2) {
    return asBody(apiResourceList(kinds, '', group));
  }
  if (root === 'apis' && parts.length === 2) {
    return asBody(apiGroup(kinds, group));
  }
  if (root === 'apis' && parts.length === 3) {
    return asBody(apiResourceList(kinds, group, version));
  }
  return undefined;
}

function asBody(content: unknown): DiscoveryBody | undefined {
  return content === undefined ? undefined : { content };
}
