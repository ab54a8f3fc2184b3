import { sandbox } from './portal';

/** Sets a Deployment's wanted replicas through the cluster's own API. */
export async function scaleDeployment(
  namespace: string,
  name: string,
  replicas: number,
): Promise<void> {
  const response = await fetch(
    `${sandbox.url}/apis/apps/v1/namespaces/${namespace}/deployments/${name}/scale`,
    {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${sandbox.adminToken}`,
        'content-type': 'application/merge-patch+json',
      },
      body: JSON.stringify({ spec: { replicas } }),
    },
  );
  if (!response.ok) {
    throw new Error(
      `Scaling ${namespace}/${name} to ${replicas} failed: ${
        response.status
      } ${await response.text()}`,
    );
  }
}
