import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

/** What a request brought, which each route knows the fields of. */
export type Fields = Record<string, unknown>;

/** What a host of source code says to a request; a buffer is an archive. */
export interface Answer {
  status?: number;
  body?: unknown;
}

/** A host of source code on this machine, for tests. */
export abstract class FakeHost {
  readonly #server: Server = createServer((request, response) => {
    this.#respond(request).then(
      ({ status = 200, body }) => {
        const raw = Buffer.isBuffer(body);
        response.writeHead(status, {
          'content-type': raw ? 'application/gzip' : 'application/json',
        });
        response.end(raw ? body : JSON.stringify(body));
      },
      error => response.writeHead(500).end(String(error)),
    );
  });

  /** Where it answers. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>(done => {
      this.#server.listen(0, '127.0.0.1', done);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  /** Answers a request to a URL with the body that it brought. */
  protected abstract answer(
    request: IncomingMessage,
    url: URL,
    body: Fields,
  ): Answer;

  async #respond(request: IncomingMessage): Promise<Answer> {
    const body: Fields = JSON.parse((await readText(request)) || '{}');
    return this.answer(request, new URL(request.url ?? '', this.url), body);
  }
}
