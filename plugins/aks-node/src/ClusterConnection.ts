import { Dispatcher } from 'undici';
import { ClusterAccess } from './ClusterAccess';
import {
  ClusterRequests,
  ConnectionTimeouts,
  RequestOptions,
} from './ClusterRequests';
import { Attempt, connectionFailure, nonsense } from './failures';
import { jsonLines } from './jsonLines';
import { ListPage, ListPortion, pageOf } from './listPage';
import { portionsOf } from './listPortions';
import { ClusterRequest, RequestGate } from './RequestGate';
import { eventOf, WatchEvent } from './watchEvent';

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
  readonly #requests: ClusterRequests;

  /** @param gate - Asked before every request. */
  constructor(
    access: ClusterAccess,
    timeouts: ConnectionTimeouts = {},
    gate?: RequestGate,
  ) {
    this.#access = access;
    this.#requests = new ClusterRequests(access, timeouts, gate);
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
    return this.#getJson({ verb: 'get', path }, options);
  }

  /**
   * Reads a collection page by page. All pages show the collection at one
   * resourceVersion; when that has become too old midway the error's reason is
   * `gone`, and only a new listing is complete.
   */
  async *list(
    path: string,
    options: { pageSize: number; fieldSelector?: string; signal?: AbortSignal },
  ): AsyncGenerator<ListPage> {
    const { signal } = options;
    const request: ClusterRequest = { verb: 'list', path };
    let next: string | undefined;
    do {
      const query = pageQuery(options, next);
      const page = pageOf(await this.#getJson(request, { query, signal }));
      if (!page) {
        throw nonsense(
          this.#requests.attempt(request),
          'the answer is not a list of objects',
        );
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
    options: {
      pageSize: number;
      portionSize: number;
      /** Such as `metadata.namespace!=kube-system`. */
      fieldSelector?: string;
      signal?: AbortSignal;
    },
  ): AsyncGenerator<ListPortion> {
    const { portionSize, signal } = options;
    const request: ClusterRequest = { verb: 'list', path };
    let next: string | undefined;
    do {
      const query = pageQuery(options, next);
      const { body } = await this.#requests.send(request, { query, signal });
      const attempt = this.#requests.attempt(request);
      const page = yield* portionsOf(attempt, body, portionSize);
      next = page.next;
      yield { items: [], resourceVersion: page.resourceVersion };
    } while (next !== undefined);
  }

  /**
   * Watches a collection from a resourceVersion on, or from all of its objects
   * on: they come first, as additions, and a bookmark with `initialEventsEnd`
   * after them. Servers of other versions than 1.32 and 1.34 or newer refuse the
   * latter with status 422 or send no such bookmark. Resolves once the cluster
   * has accepted; the events end when the cluster ends the watch, which it
   * does every few minutes, and after which to watch on from the newest
   * resourceVersion. An error that the cluster sends as an event is thrown.
   */
  async watch(
    path: string,
    options: {
      /** Without it, from all objects on. */
      resourceVersion?: string;
      /** After how many seconds the cluster should end the watch. */
      timeoutSeconds: number;
      /** As the listing's, from which the resourceVersion comes. */
      fieldSelector?: string;
      signal?: AbortSignal;
    },
  ): Promise<AsyncGenerator<WatchEvent>> {
    const request: ClusterRequest = { verb: 'watch', path };
    const { body } = await this.#requests.send(request, {
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        ...(options.resourceVersion === undefined
          ? {
              sendInitialEvents: 'true',
              resourceVersionMatch: 'NotOlderThan',
            }
          : { resourceVersion: options.resourceVersion }),
        timeoutSeconds: String(options.timeoutSeconds),
        ...selection(options),
      },
      signal: options.signal,
    });
    return eventsOf(this.#requests.attempt(request), body);
  }

  /** Ends every request under way. */
  async close(): Promise<void> {
    await this.#requests.close();
  }

  async #getJson(
    request: ClusterRequest,
    options: RequestOptions,
  ): Promise<unknown> {
    const { body } = await this.#requests.send(request, options);
    try {
      return await body.json();
    } catch (error) {
      throw connectionFailure(this.#requests.attempt(request), error);
    }
  }
}

function pageQuery(
  options: { pageSize: number; fieldSelector?: string },
  next: string | undefined,
): Record<string, string> {
  return {
    limit: String(options.pageSize),
    ...selection(options),
    ...(next !== undefined && { continue: next }),
  };
}

function selection({
  fieldSelector,
}: {
  fieldSelector?: string;
}): Record<string, string> {
  return fieldSelector === undefined ? {} : { fieldSelector };
}

async function* eventsOf(
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
