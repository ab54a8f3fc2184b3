import { Agent, fetch } from 'undici';
import { JsonObject } from '../../objects/json';
import { LimitedGrant } from './LimitedGrant';
import { WatchLine, WatchStream } from './WatchStream';

/** Where a server is and how the suite may reach it as an administrator. */
export interface ContractTarget {
  url: string;
  token?: string;
  ca?: string;
  cert?: string;
  key?: string;
  /**
   * Whether the server may run no controllers, and may have begun so recently
   * that it still knows all that ever happened.
   */
  mayBeBare?: boolean;
  /** Takes any certificate of the server. */
  skipTLSVerify?: boolean;
  /** A token that has these rights and no others. */
  limitedToken?: (
    client: ContractClient,
    grant: LimitedGrant,
  ) => Promise<string>;
}

interface ContractRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** A token in place of the administrator's credentials; empty for none. */
  token?: string;
}

/** An answer, parsed. */
export interface ContractAnswer {
  status: number;
  contentType: string;
  body: JsonObject;
  text: string;
}

const PATCHES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

/** Talks to the server under test. */
export class ContractClient {
  private readonly admin: Agent;
  private readonly others: Agent;
  readonly mayBeBare: boolean;

  constructor(private readonly target: ContractTarget) {
    const { ca, cert, key } = target;
    this.mayBeBare = target.mayBeBare === true;
    const rejectUnauthorized = !target.skipTLSVerify;
    this.admin = new Agent({ connect: { ca, cert, key, rejectUnauthorized } });
    // A client certificate would outrank a token.
    this.others = new Agent({ connect: { ca, rejectUnauthorized } });
  }

  async request(
    path: string,
    { method = 'GET', headers, body, token }: ContractRequest = {},
  ): Promise<ContractAnswer> {
    const bearer = token ?? this.target.token;
    const response = await fetch(this.target.url + path, {
      method,
      headers: {
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      dispatcher: token === undefined ? this.admin : this.others,
    });
    const text = await response.text();
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: text.startsWith('{') ? JSON.parse(text) : {},
      text,
    };
  }

  get(path: string, headers?: Record<string, string>) {
    return this.request(path, { headers });
  }

  post(path: string, body: unknown) {
    return this.request(path, { method: 'POST', body });
  }

  put(path: string, body: unknown) {
    return this.request(path, { method: 'PUT', body });
  }

  delete(path: string, body?: unknown) {
    return this.request(path, { method: 'DELETE', body });
  }

  patch(path: string, type: keyof typeof PATCHES, body: unknown) {
    return this.request(path, {
      method: 'PATCH',
      body,
      headers: { 'content-type': PATCHES[type] },
    });
  }

  /** A token that has these rights and no others. */
  limitedToken(grant: LimitedGrant): Promise<string> {
    const { limitedToken } = this.target;
    if (!limitedToken) {
      throw new Error('the target gives no tokens with few rights');
    }
    return limitedToken(this, grant);
  }

  /** Reads a watch until enough was seen, or the server ends it. */
  async watch(
    path: string,
    isEnough: (events: WatchLine[]) => boolean,
  ): Promise<WatchLine[]> {
    const stream = await this.openWatch(path);
    if (stream.status !== 200) {
      throw new Error(`${path} was answered with ${stream.status}`);
    }
    await stream.until(isEnough);
    stream.close();
    return stream.events;
  }

  /** Opens a watch and collects what it says until it is closed. */
  async openWatch(path: string): Promise<WatchStream> {
    const controller = new AbortController();
    const { token } = this.target;
    const response = await fetch(this.target.url + path, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      dispatcher: this.admin,
      signal: controller.signal,
    });
    return new WatchStream(response.status, response.body, () =>
      controller.abort(),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.admin.destroy(), this.others.destroy()]);
  }
}
