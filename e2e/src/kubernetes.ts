import { sandbox } from './portal';

/** Gives a Service of a namespace an Ingress with many host names. */
export async function exposeUnder(
  { namespace, service }: { namespace: string; service: string },
  hosts: string[],
): Promise<() => Promise<void>> {
  const name = `${service}-tenants`;
  const ingresses = `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`;
  await write('POST', ingresses, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name },
    spec: {
      ingressClassName: 'traefik',
      rules: hosts.map(host => ({
        host,
        http: {
          paths: [
            {
              path: '/',
              pathType: 'Prefix',
              backend: { service: { name: service, port: { name: 'http' } } },
            },
          ],
        },
      })),
    },
  });
  return () => write('DELETE', `${ingresses}/${name}`);
}

/** Sets a Deployment's wanted replicas through the cluster's own API. */
export async function scaleDeployment(
  namespace: string,
  name: string,
  replicas: number,
): Promise<void> {
  await write(
    'PATCH',
    `/apis/apps/v1/namespaces/${namespace}/deployments/${name}/scale`,
    { spec: { replicas } },
  );
}

/** Changes the first cluster through its own API. */
async function write(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<void> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.adminToken}`,
      'content-type':
        method === 'PATCH'
          ? 'application/merge-patch+json'
          : 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(
      `${method} ${path} failed: ${response.status} ${await response.text()}`,
    );
  }
}
