import { Agent, Dispatcher } from 'undici';
import { ClusterAccess } from './ClusterAccess';
import { ClusterError } from './ClusterError';
import {
  Attempt,
  connectionFailure,
  credentialFailure,
  refusal,
} from './failures';
import { ClusterRequest, RequestGate } from './RequestGate';
import { retryAfterMilliseconds } from './retryAfter';

/**
 * How long a connection waits, in milliseconds.
 *
 * @public
 */
export interface ConnectionTimeouts {
  /** For a connection. Default 10,000. */
  connect?: number;
  /** For the next bytes of an answer. Default 30,000. */
  answer?: number;
  /**
   * For the next bytes of a watch. API servers send a bookmark about once a
   * minute, so a longer silence means that the stream is dead. Default 100,000.
   */
  watchIdle?: number;
}

/** What is asked of a cluster. */
export interface RequestOptions {
  query?: Record<string, string>;
  /** Media types, the best first. Default `application/json`. */
  accept?: string;
  signal?: AbortSignal;
}

/**
 * Sends requests to one cluster, signed in, over connections that are kept and
 * shared. What is not a 200 is thrown as a ClusterError.
 */
export class ClusterRequests {
  readonly #access: ClusterAccess;
  readonly #timeouts: Required<ConnectionTimeouts>;
  readonly #gate: RequestGate | undefined;
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(
    access: ClusterAccess,
    timeouts: ConnectionTimeouts,
    gate: RequestGate | undefined,
  ) {
    this.#access = access;
    this.#gate = gate;
    this.#timeouts = {
      connect: 10_000,
      answer: 30_000,
      watchIdle: 100_000,
      ...timeouts,
    };
    this.#url = new URL(access.url);
    this.#agent = new Agent({
      keepAliveTimeout: 60_000,
      connect: {
        ca: access.ca,
        servername: access.serverName,
        rejectUnauthorized: !access.skipTLSVerify,
        timeout: this.#timeouts.connect,
        ...access.credential.certificate,
      },
    });
  }

  /** Names a request for messages. */
  attempt({ verb, path }: ClusterRequest): Attempt {
    const { cluster, credential } = this.#access;
    return {
      action: `${verb === 'get' ? 'read' : verb} ${path}`,
      cluster,
      url: this.#url,
      credential: credential.description,
      redact: text => text,
    };
  }

  /** Resolves once the cluster has accepted a request, before the body is read. */
  async send(
    request: ClusterRequest,
    options: RequestOptions,
  ): Promise<Dispatcher.ResponseData> {
    const attempt = this.attempt(request);
    const token = await this.#token(attempt);
    try {
      return await this.#enter(request, options, token);
    } catch (error) {
      const renewed =
        error instanceof ClusterError && error.reason === 'unauthorized'
          ? await this.#token(attempt)
          : token;
      if (renewed === token) {
        throw error;
      }
      return this.#enter(request, options, renewed);
    }
  }

  /** Ends every request under way. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #token(attempt: Attempt): Promise<string | undefined> {
    try {
      return await this.#access.credential.token?.token();
    } catch (error) {
      throw credentialFailure(attempt, error);
    }
  }

  async #enter(
    request: ClusterRequest,
    options: RequestOptions,
    token: string | undefined,
  ): Promise<Dispatcher.ResponseData> {
    await this.#gate?.enter(request, options.signal);
    try {
      const answer = await this.#send(request, options, token);
      this.#gate?.answered(request);
      return answer;
    } catch (error) {
      if (error instanceof ClusterError) {
        this.#gate?.answered(request, error);
      }
      throw error;
    }
  }

  async #send(
    request: ClusterRequest,
    options: RequestOptions,
    token: string | undefined,
  ): Promise<Dispatcher.ResponseData> {
    const { verb, path } = request;
    const { answer: patience, watchIdle } = this.#timeouts;
    const attempt: Attempt = {
      ...this.attempt(request),
      redact: text => (token ? text.replaceAll(token, '…') : text),
    };
    let answer: Dispatcher.ResponseData;
    try {
      answer = await this.#agent.request({
        origin: this.#url.origin,
        path: this.#url.pathname.replace(/\/$/, '') + path,
        query: options.query,
        method: 'GET',
        headers: {
          accept: options.accept ?? 'application/json',
          'user-agent': 'backstage-aks',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        signal: options.signal,
        headersTimeout: patience,
        bodyTimeout: verb === 'watch' ? watchIdle : patience,
      });
    } catch (error) {
      throw connectionFailure(attempt, error);
    }
    // A stream that is aborted before anybody reads it must not crash the process.
    answer.body.on('error', () => {});
    if (answer.statusCode === 200) {
      return answer;
    }
    throw refusal(
      attempt,
      answer.statusCode,
      await answer.body.json().catch(() => undefined),
      retryAfterMilliseconds(answer.headers['retry-after']),
    );
  }
}
