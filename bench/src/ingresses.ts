import { Agent } from 'undici';
import { namespaceOf } from './serviceNames';

/** Writes Ingresses of generated services, as whoever deploys them does. */
export class Ingresses {
  readonly #agent = new Agent();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Gives a service's own Ingress another host name. */
  async rename(service: string, host: string): Promise<void> {
    await this.#write('PATCH', `${pathOf(service)}/${service}`, [
      { op: 'replace', path: '/spec/rules/0/host', value: host },
    ]);
  }

  /** Gives a service one more Ingress, with many host names. */
  async expose(service: string, hosts: readonly string[]): Promise<void> {
    await this.#write('POST', pathOf(service), {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: `${service}-tenants` },
      spec: {
        ingressClassName: 'webapprouting.kubernetes.azure.com',
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
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #write(
    method: 'PATCH' | 'POST',
    path: string,
    content: unknown,
  ): Promise<void> {
    const { statusCode, body } = await this.#agent.request({
      origin: this.#origin,
      path,
      method,
      headers: {
        authorization: 'Bearer sandbox-admin',
        'content-type':
          method === 'PATCH'
            ? 'application/json-patch+json'
            : 'application/json',
      },
      body: JSON.stringify(content),
    });
    const text = await body.text();
    if (statusCode >= 300) {
      throw new Error(`${method} ${path} was answered ${statusCode}: ${text}`);
    }
  }
}

function pathOf(service: string): string {
  const namespace = namespaceOf(service);
  return `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`;
}
