import type { ClusterState } from '../cluster/ClusterState';
import { badRequest, methodNotAllowed } from '../errors/refusals';
import { FaultRule } from '../faults/Fault';
import { parseRule } from '../faults/parseRule';
import { Exchange } from './Exchange';
import { decodeObject, readBody } from './requestBody';
import { respondJson } from './respond';

/**
 * The faults of a cluster: GET lists them, POST adds one, DELETE removes the
 * one with a number, or all.
 */
export async function serveFaults(
  { faults }: ClusterState,
  { request, response }: Exchange,
  id: string,
): Promise<void> {
  switch (request.method) {
    case 'GET':
      break;
    case 'POST': {
      const rule = ruleIn(
        await readBody(request),
        request.headers['content-type'],
      );
      if (rule.fault.type === 'refuse') {
        // It ends this connection, too, so the answer comes first.
        response.once('finish', () => faults.add(rule));
      } else {
        faults.add(rule);
      }
      break;
    }
    case 'DELETE':
      if (id === '') {
        await faults.clear();
      } else if (!(await faults.remove(Number(id)))) {
        throw badRequest(`there is no fault ${id}`);
      }
      break;
    default:
      throw methodNotAllowed();
  }
  respondJson(response, 200, { faults: faults.list() });
}

function ruleIn(text: string, contentType: string | undefined): FaultRule {
  const rule = asked(() => parseRule(decodeObject(text, contentType, 'Fault')));
  if (rule.fault.type === 'refuse' && !rule.match && !rule.lasts) {
    throw badRequest(
      'a server that refuses all connections cannot be told to stop: give a time with --for',
    );
  }
  return rule;
}

/** A wrong rule is the caller's mistake, not the server's. */
function asked<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error
      ? badRequest(error.message)
      : error;
  }
}
