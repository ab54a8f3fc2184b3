import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, methodNotAllowed } from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import type { Scenarios } from '../scenarios/Scenarios';
import { Exchange } from './Exchange';
import { respondJson } from './respond';

/**
 * The scenarios of the sandbox that a cluster is part of: GET lists them,
 * POST to one applies it, DELETE takes one or all back.
 */
export function serveScenarios(
  { scenarios }: ClusterState,
  { request, response }: Exchange,
  name: string,
): void {
  if (!scenarios) {
    throw badRequest('this cluster is not part of a sandbox with scenarios');
  }
  respondJson(response, 200, {
    scenarios: answered(() => answer(scenarios, request.method, name)),
  });
}

function answer(
  scenarios: Scenarios,
  method: string | undefined,
  name: string,
) {
  switch (method) {
    case 'GET':
      return scenarios.list();
    case 'POST':
      return [scenarios.apply(name)];
    case 'DELETE':
      return scenarios.reset(name || undefined);
    default:
      throw methodNotAllowed();
  }
}

/** What a scenario cannot do is the caller's mistake, not the server's. */
function answered<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof StatusError || !(error instanceof Error)
      ? error
      : badRequest(error.message);
  }
}
