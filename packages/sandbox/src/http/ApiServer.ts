import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer as createHttpServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { authenticate } from '../auth/authenticate';
import { authorizePath } from '../auth/authorize';
import type { ClusterState } from '../cluster/ClusterState';
import { internalError } from '../errors/refusals';
import { StatusError } from '../errors/StatusError';
import { Faults } from '../faults/Faults';
import { requestTarget } from './RequestTarget';
import { respondStatus } from './respond';
import { servePath } from './servePath';
import { serveResource } from './serveResource';

/** Where and how a cluster listens. */
export interface ListenOptions {
  port: number;
  tls?: { key: string; cert: string };
}

// Marks an answer as one that passed priority and fairness.
const FLOW_SCHEMA = randomUUID();
const PRIORITY_LEVEL = randomUUID();

/** The HTTP side of one cluster. */
export class ApiServer {
  private readonly server: Server;
  private url = '';
  private port: number;

  constructor(
    private readonly cluster: ClusterState,
    private readonly faults: Faults,
    private readonly options: ListenOptions,
  ) {
    this.port = options.port;
    const handle = (request: IncomingMessage, response: ServerResponse) => {
      void this.handle(request, response);
    };
    this.server = options.tls
      ? createHttpsServer(options.tls, handle)
      : createHttpServer(handle);
    // Watches are idle for long; clients decide when they have waited enough.
    this.server.requestTimeout = 0;
    this.server.keepAliveTimeout = 60_000;
    this.faults.guard({
      stop: () => this.stopListening(),
      start: () => this.startListening(),
    });
  }

  /** Starts to listen on loopback and returns the base URL. */
  async listen(): Promise<string> {
    await this.startListening();
    const { port } = this.server.address() as AddressInfo;
    // A server that refuses for a while comes back at the same place.
    this.port = port;
    this.url = `${this.options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
    return this.url;
  }

  async close(): Promise<void> {
    const closed = this.server.listening
      ? once(this.server, 'close')
      : undefined;
    this.stopListening();
    await closed;
  }

  private async startListening(): Promise<void> {
    const listening = once(this.server, 'listening');
    this.server.listen(this.port, '127.0.0.1');
    await listening;
  }

  private stopListening(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    response.setHeader('audit-id', randomUUID());
    response.setHeader('cache-control', 'no-cache, private');
    try {
      const url = new URL(request.url ?? '/', this.url);
      const target = requestTarget(request.method ?? 'GET', url);
      const faulted = await this.faults.intercept(request, response, target);
      if (faulted) {
        return;
      }
      this.cluster.serviceTimes.start(target.verb, response);
      const identity = authenticate(
        request.headers.authorization,
        this.cluster.tokens,
      );
      response.setHeader('x-kubernetes-pf-flowschema-uid', FLOW_SCHEMA);
      response.setHeader('x-kubernetes-pf-prioritylevel-uid', PRIORITY_LEVEL);
      const exchange = { request, response, url, target, identity };
      if (target.type === 'resource') {
        await serveResource(this.cluster, exchange, target);
      } else {
        authorizePath(identity, target.verb, target.path);
        await servePath(this.cluster, exchange, target.path);
      }
    } catch (error) {
      this.refuse(response, error);
    }
  }

  private refuse(response: ServerResponse, error: unknown): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const refusal =
      error instanceof StatusError
        ? error
        : internalError(error instanceof Error ? error.message : String(error));
    respondStatus(response, refusal.status);
  }
}
