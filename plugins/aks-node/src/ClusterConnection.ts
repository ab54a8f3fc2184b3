import { Agent, Dispatcher } from 'undici';
import { ClusterAccess } from './ClusterAccess';
import { ClusterError } from './ClusterError';
import {
  Attempt,
  connectionFailure,
  credentialFailure,
  nonsense,
  refusal,
} from './failures';
import { jsonLines } from './jsonLines';
import { ListItems } from './listItems';
import { ListPage, ListPortion, pageOf } from './listPage';
import { retryAfterMilliseconds } from './retryAfter';
import { eventOf, WatchEvent } from './watchEvent';

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

/**
 * One cluster's API, read as raw JSON over connections that are kept and
 * shared. (The stock client opens one per request, and its typed answers cost
 * several times the time and memory; measured November 2026.)
 *
 * Every method throws {@link ClusterError}.
 *
 * @public
 */
export class ClusterConnection {
  readonly #access: ClusterAccess;
  readonly #timeouts: Required<ConnectionTimeouts>;
  readonly #agent: Agent;
  readonly #url: URL;

  constructor(access: ClusterAccess, timeouts: ConnectionTimeouts = {}) {
    this.#access = access;
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

  /** URL of the API server. */
  get url(): string {
    return this.#access.url;
  }

  /** Reads one document, such as `/version`. */
  async get(
    path: string,
    options: {
      query?: Record<string, string>;
      /** Media types, the best first. Default `application/json`. */
      accept?: string;
      signal?: AbortSignal;
    } = {},
  ): Promise<unknown> {
    return this.#getJson(this.#attempt(`read ${path}`), path, options);
  }

  /**
   * Reads a collection page by page. All pages show the collection at one
   * resourceVersion; when that has become too old midway the error's reason is
   * `gone`, and only a new listing is complete.
   */
  async *list(
    path: string,
    options: { pageSize: number; signal?: AbortSignal },
  ): AsyncGenerator<ListPage> {
    const { pageSize, signal } = options;
    const attempt = this.#attempt(`list ${path}`);
    let next: string | undefined;
    do {
      const query = {
        limit: String(pageSize),
        ...(next !== undefined && { continue: next }),
      };
      const body = await this.#getJson(attempt, path, { query, signal });
      const page = pageOf(body);
      if (!page) {
        throw nonsense(attempt, 'the answer is not a list of objects');
      }
      next = page.next;
      yield page;
    } while (next !== undefined);
  }

  /**
   * Reads a collection as {@link ClusterConnection.list} does, but hands on some
   * objects at a time, as they arrive: no page is ever parsed at once. Only the
   * last portion of each page has a resourceVersion.
   */
  async *listPortions(
    path: string,
    options: { pageSize: number; portionSize: number; signal?: AbortSignal },
  ): AsyncGenerator<ListPortion> {
    const { pageSize, portionSize, signal } = options;
    const attempt = this.#attempt(`list ${path}`);
    let next: string | undefined;
    do {
      const { body } = await this.#request(attempt, path, {
        query: {
          limit: String(pageSize),
          ...(next !== undefined && { continue: next }),
        },
        signal,
        bodyTimeout: this.#timeouts.answer,
      });
      const list = new ListItems();
      let items: unknown[] = [];
      let page: ListPage | undefined;
      try {
        for await (const chunk of body) {
          for (const item of list.take(chunk)) {
            items.push(JSON.parse(item.toString('utf8')));
            if (items.length === portionSize) {
              yield { items };
              items = [];
            }
          }
        }
        page = pageOf(JSON.parse(list.rest()));
      } catch (error) {
        throw connectionFailure(attempt, error);
      } finally {
        body.destroy();
      }
      if (!page) {
        throw nonsense(attempt, 'the answer is not a list of objects');
      }
      next = page.next;
      yield { items, resourceVersion: page.resourceVersion };
    } while (next !== undefined);
  }

  /**
   * Watches a collection from a resourceVersion on. Resolves once the cluster
   * has accepted; the events end when the cluster ends the watch, which it
   * does every few minutes, and after which to watch on from the newest
   * resourceVersion. An error that the cluster sends as an event is thrown.
   */
  async watch(
    path: string,
    options: {
      resourceVersion: string;
      /** After how many seconds the cluster should end the watch. */
      timeoutSeconds: number;
      signal?: AbortSignal;
    },
  ): Promise<AsyncGenerator<WatchEvent>> {
    const attempt = this.#attempt(`watch ${path}`);
    const answer = await this.#request(attempt, path, {
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: options.resourceVersion,
        timeoutSeconds: String(options.timeoutSeconds),
      },
      signal: options.signal,
      bodyTimeout: this.#timeouts.watchIdle,
    });
    return this.#events(attempt, answer.body);
  }

  /** Ends every request under way. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async *#events(
    attempt: Attempt,
    body: Dispatcher.ResponseData['body'],
  ): AsyncGenerator<WatchEvent> {
    try {
      for await (const line of jsonLines(body)) {
        yield eventOf(attempt, line);
      }
    } catch (error) {
      throw connectionFailure(attempt, error);
    } finally {
      body.destroy();
    }
  }

  async #getJson(
    attempt: Attempt,
    path: string,
    options: Omit<RequestOptions, 'bodyTimeout'>,
  ): Promise<unknown> {
    const { body } = await this.#request(attempt, path, {
      ...options,
      bodyTimeout: this.#timeouts.answer,
    });
    try {
      return await body.json();
    } catch (error) {
      throw connectionFailure(attempt, error);
    }
  }

  async #request(
    attempt: Attempt,
    path: string,
    options: RequestOptions,
  ): Promise<Dispatcher.ResponseData> {
    const token = await this.#token(attempt);
    try {
      return await this.#send(attempt, path, options, token);
    } catch (error) {
      const renewed =
        error instanceof ClusterError && error.reason === 'unauthorized'
          ? await this.#token(attempt)
          : token;
      if (renewed === token) {
        throw error;
      }
      return this.#send(attempt, path, options, renewed);
    }
  }

  async #token(attempt: Attempt): Promise<string | undefined> {
    try {
      return await this.#access.credential.token?.token();
    } catch (error) {
      throw credentialFailure(attempt, error);
    }
  }

  async #send(
    plain: Attempt,
    path: string,
    options: RequestOptions,
    token: string | undefined,
  ): Promise<Dispatcher.ResponseData> {
    const attempt: Attempt = {
      ...plain,
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
        headersTimeout: this.#timeouts.answer,
        bodyTimeout: options.bodyTimeout,
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

  #attempt(action: string): Attempt {
    const { cluster, credential } = this.#access;
    return {
      action,
      cluster,
      url: this.#url,
      credential: credential.description,
      redact: text => text,
    };
  }
}

interface RequestOptions {
  query?: Record<string, string>;
  accept?: string;
  signal?: AbortSignal;
  bodyTimeout: number;
}
