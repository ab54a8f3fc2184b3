import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Dispatcher } from 'undici';
import { ServerConnection } from './ServerConnection';

// Those of one connection alone, and the credentials of whoever asks.
const NOT_PASSED_ON: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

/**
 * Stands on loopback before a real API server, so that its lists can be counted
 * and it can be shut for a while. It lets in only those who know its token.
 */
export class CountingProxy {
  readonly #connection: ServerConnection;
  readonly #token: string;
  readonly #server: Server;
  lists = 0;
  closed = false;

  constructor(connection: ServerConnection, token: string) {
    this.#connection = connection;
    this.#token = token;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>(done => {
      this.#server.listen(0, '127.0.0.1', done);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    if (headers.authorization !== `Bearer ${this.#token}` || this.closed) {
      response.writeHead(this.closed ? 503 : 401).end();
      return;
    }
    if (method === 'GET' && isList(url)) {
      this.lists += 1;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await this.#connection.request(url, {
      method: method as Dispatcher.HttpMethod,
      headers: passedOn(headers),
      ...(method !== 'GET' && { body: request }),
      signal: gone.signal,
    });
    response.writeHead(answer.statusCode, passedOn(answer.headers));
    response.flushHeaders();
    await pipeline(answer.body, response);
  }
}

function passedOn(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || NOT_PASSED_ON.has(name)
        ? []
        : [[name, String(value)]],
    ),
  );
}

/** Whether a path is that of a collection, and not watched. */
export function isList(url: string): boolean {
  const { pathname, searchParams } = new URL(url, 'http://server');
  const [, root, ...parts] = pathname.split('/');
  if (/^(?:1|true)$/i.test(searchParams.get('watch') ?? '')) {
    return false;
  }
  const below = root === 'api' ? parts.slice(1) : parts.slice(2);
  const resource =
    below[0] === 'namespaces' && below.length > 2 ? below.slice(2) : below;
  return (root === 'api' || root === 'apis') && resource.length === 1;
}
