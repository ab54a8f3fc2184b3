import { valueAt } from '../../objects/json';
import type { ContractClient } from './ContractClient';
import { LimitedGrant } from './LimitedGrant';

/**
 * A token of a ServiceAccount that has no rights but these, on a server with
 * RBAC. What it makes for that goes with the namespace.
 *
 * @throws Error with the server's answer if it refuses a step
 */
export async function serviceAccountToken(
  client: ContractClient,
  { namespace, serviceAccount: name, rules }: LimitedGrant,
): Promise<string> {
  const core = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
  const create = async (path: string, body: object) => {
    const answer = await client.post(path, body);
    if (answer.status !== 201) {
      throw new Error(`${path} was answered with ${answer.text}`);
    }
    return answer.body;
  };
  await create(core, { metadata: { name } });
  await create(`${rbac}/roles`, { metadata: { name }, rules });
  await create(`${rbac}/rolebindings`, {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  const request = await create(`${core}/${name}/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 3600 },
  });
  return String(valueAt(request, 'status.token'));
}
