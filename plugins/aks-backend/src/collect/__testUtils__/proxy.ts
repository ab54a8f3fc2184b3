import http, { IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** Deals with a request, or returns false to have it forwarded. */
export type Meddling = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean;

/** A server before API servers, one at a time, that may meddle with requests. */
export class Proxy {
  readonly #server: http.Server;
  #target: string;
  #meddling: Meddling = () => false;

  static async before(target: string): Promise<Proxy> {
    const proxy = new Proxy(target);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(target: string) {
    this.#target = target;
    this.#server = http.createServer((request, response) => {
      if (!this.#meddling(request, response)) {
        this.#forward(request, response);
      }
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  switchTo(target: string): void {
    this.#target = target;
  }

  meddle(meddling: Meddling): void {
    this.#meddling = meddling;
  }

  /** Breaks every connection there is. */
  breakConnections(): void {
    this.#server.closeAllConnections();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = '/' } = request;
    const forwarded = http.request(
      new URL(url, this.#target),
      { method, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        // Breaks what is forwarded where the answer breaks.
        pipeline(answer, response, () => {});
      },
    );
    forwarded.on('error', () => response.destroy());
    response.on('close', () => forwarded.destroy());
    forwarded.end();
  }
}
