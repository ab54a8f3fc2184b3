import { KubeConfig } from '@kubernetes/client-node';
import type { RequestOptions } from 'node:https';
import { Agent, Dispatcher } from 'undici';

/** A write that the server did not take. */
export class Refusal extends Error {
  readonly code: number;

  constructor(method: string, url: string, code: number, text: string) {
    super(`${method} ${url} was answered ${code}: ${text.slice(0, 500)}`);
    this.code = code;
  }
}

/** The server of a kubeconfig's current context, and how it is spoken to. */
export class ServerConnection {
  readonly #config = new KubeConfig();
  readonly server: string;
  readonly context: string;
  #agent = new Agent();
  #authorization: string | undefined;

  constructor(kubeconfig: string) {
    try {
      this.#config.loadFromFile(kubeconfig);
    } catch (error) {
      throw new Error(`${kubeconfig} is no kubeconfig that can be read`, {
        cause: error,
      });
    }
    const cluster = this.#config.getCurrentCluster();
    if (!cluster) {
      throw new Error(
        `${kubeconfig} has no current context with a cluster; choose one with kubectl config use-context`,
      );
    }
    this.server = cluster.server.replace(/\/$/, '');
    this.context = this.#config.getCurrentContext();
  }

  /** Takes certificates and credentials from the kubeconfig. */
  async connect(): Promise<void> {
    const options: RequestOptions = {};
    await this.#config.applyToHTTPSOptions(options);
    const { ca, cert, key, rejectUnauthorized } = options;
    this.#agent = new Agent({
      connect: { ca, cert, key, rejectUnauthorized },
      // A watch is silent for as long as nothing happens.
      bodyTimeout: 0,
    } as Agent.Options);
    const headers = new Headers(options.headers as HeadersInit | undefined);
    this.#authorization = headers.get('authorization') ?? undefined;
  }

  /** Asks the server, with its credentials in place of any others. */
  request(
    path: string,
    {
      headers = {},
      ...options
    }: Pick<Dispatcher.RequestOptions, 'method' | 'body' | 'signal'> & {
      headers?: Record<string, string>;
    },
  ): Promise<Dispatcher.ResponseData> {
    return this.#agent.request({
      ...options,
      origin: this.server,
      path,
      headers: {
        ...headers,
        ...(this.#authorization && { authorization: this.#authorization }),
      },
    });
  }

  /** Writes something, and returns the answer; a refusal is an error. */
  async write(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    content: unknown,
  ): Promise<{ metadata?: { uid?: string } }> {
    const { statusCode, body } = await this.request(path, {
      method,
      headers: {
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: JSON.stringify(content),
    });
    const text = await body.text();
    if (statusCode >= 300) {
      throw new Refusal(method, `${this.server}${path}`, statusCode, text);
    }
    return JSON.parse(text);
  }

  /** Reads something; a refusal is an error. */
  async read<Answer>(path: string): Promise<Answer> {
    const { statusCode, body } = await this.request(path, { method: 'GET' });
    const text = await body.text();
    if (statusCode >= 300) {
      throw new Refusal('GET', `${this.server}${path}`, statusCode, text);
    }
    return JSON.parse(text);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
