import { Agent } from 'undici';
import { ApiServer, ApiServers } from './ApiServers';
import { namespaceOf } from './serviceNames';

/** Writes Ingresses of generated services, as whoever deploys them does. */
export class Ingresses {
  readonly #agent = new Agent();
  readonly #server: ApiServer;
  readonly #namespacePrefix: string;
  readonly #className: string;

  constructor({ clusters, namespacePrefix, ingressClass }: ApiServers) {
    [this.#server] = clusters;
    this.#namespacePrefix = namespacePrefix;
    this.#className = ingressClass;
  }

  /** Gives a service's own Ingress another host name. */
  async rename(service: string, host: string): Promise<void> {
    await this.#write('PATCH', `${this.#pathOf(service)}/${service}`, [
      { op: 'replace', path: '/spec/rules/0/host', value: host },
    ]);
  }

  /** Gives a service one more Ingress, with many host names. */
  async expose(service: string, hosts: readonly string[]): Promise<void> {
    await this.#write('POST', this.#pathOf(service), {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: `${service}-tenants` },
      spec: {
        ingressClassName: this.#className,
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
      origin: this.#server.url,
      path,
      method,
      headers: {
        authorization: `Bearer ${this.#server.writingToken}`,
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

  #pathOf(service: string): string {
    const namespace = `${this.#namespacePrefix}${namespaceOf(service)}`;
    return `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`;
  }
}
