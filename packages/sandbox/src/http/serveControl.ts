import { isAllowed } from '../auth/AccessRule';
import type { ClusterState } from '../cluster/ClusterState';
import { loadDocuments } from '../cluster/loadObjects';
import { forbidden, methodNotAllowed } from '../errors/refusals';
import { objectsIn } from '../objects/json';
import { Exchange } from './Exchange';
import { serveFaults } from './serveFaults';
import { decodeObject, readBody } from './requestBody';
import { respondJson, respondPathNotFound } from './respond';
import { serveScenarios } from './serveScenarios';

const FAULTS = '/sandbox/v1/faults';
const SCENARIOS = '/sandbox/v1/scenarios';

const LIMIT = 256 * 1024 * 1024;

/**
 * The sandbox's own paths, which no real server has: they let its command
 * reach into a running cluster. Only who may do everything may use them.
 */
export async function serveControl(
  cluster: ClusterState,
  exchange: Exchange,
  path: string,
): Promise<void> {
  const { request, response, identity } = exchange;
  const all = { verb: '*', group: '*', resource: '*' };
  if (!isAllowed(identity.rules, all)) {
    throw forbidden(
      { group: '', plural: 'sandbox' },
      undefined,
      `User "${identity.user}" may not control the sandbox`,
    );
  }
  if (path.startsWith(SCENARIOS)) {
    serveScenarios(cluster, exchange, path.slice(SCENARIOS.length + 1));
    return;
  }
  if (path.startsWith(FAULTS)) {
    await serveFaults(cluster, exchange, path.slice(FAULTS.length + 1));
    return;
  }
  if (path === '/sandbox/v1/timings') {
    respondJson(response, 200, cluster.serviceTimes.report());
    return;
  }
  if (path !== '/sandbox/v1/objects') {
    respondPathNotFound(response);
    return;
  }
  if (request.method !== 'POST') {
    throw methodNotAllowed();
  }
  const body = decodeObject(
    await readBody(request, LIMIT),
    request.headers['content-type'],
    'List',
  );
  respondJson(response, 200, {
    results: loadDocuments(cluster, objectsIn(body.items)),
  });
}
