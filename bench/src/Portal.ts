import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FleetStatus } from '@backstage-aks/plugin-aks-common';
import { Agent } from 'undici';
import { Child } from './children/Child';
import { PortalSetting } from './children/portal';
import { Vitals } from './children/vitals';

/** An answer, and what it took. */
export interface Measured {
  status: number;
  milliseconds: number;
  /** Of the body, uncompressed. */
  bytes: number;
  /** Of the body as it travelled. */
  compressed: number;
  etag?: string;
  text: string;
}

/** What a benchmark says of a portal. */
export type PortalOptions = Pick<
  PortalSetting,
  'plugin' | 'clusters' | 'services' | 'profileFolder'
>;

const READY_MILLISECONDS = 300_000;

/** What a source settles at: a cluster without an add-on lacks its kinds. */
const SETTLED: ReadonlySet<string> = new Set(['live', 'absent']);

/** A Backstage backend in a process of its own, and a client of it. */
export class Portal {
  readonly #child: Child;
  readonly #url: string;
  readonly #folder: string;
  readonly #agent = new Agent();
  #token = '';

  static async start(options: PortalOptions): Promise<Portal> {
    const folder = await mkdtemp(join(tmpdir(), 'aks-bench-'));
    const port = await freePort();
    const setting: PortalSetting = {
      ...options,
      port,
      databaseFolder: folder,
    };
    const child = new Child('portal', setting);
    await child.started();
    const portal = new Portal(child, `http://127.0.0.1:${port}`, folder);
    await portal.#signIn();
    return portal;
  }

  private constructor(child: Child, url: string, folder: string) {
    this.#child = child;
    this.#url = url;
    this.#folder = folder;
  }

  resetVitals(): Promise<Vitals> {
    return this.#child.ask({ ask: 'reset' });
  }

  vitals(): Promise<Vitals> {
    return this.#child.ask({ ask: 'vitals' });
  }

  /** Asks as a user, with a JSON body where there is one. */
  async request(
    path: string,
    options: { body?: unknown; etag?: string } = {},
  ): Promise<Measured> {
    const since = performance.now();
    const answer = await this.#agent.request({
      origin: this.#url,
      path,
      method: options.body ? 'POST' : 'GET',
      headers: {
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(options.etag && { 'if-none-match': options.etag }),
        'accept-encoding': 'gzip',
        ...(options.body !== undefined && {
          'content-type': 'application/json',
        }),
      },
      body: options.body ? JSON.stringify(options.body) : undefined,
    });
    const body = Buffer.from(await answer.body.arrayBuffer());
    const milliseconds = performance.now() - since;
    const text = (
      answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
    ).toString();
    if (answer.statusCode >= 400) {
      throw new Error(`${path} was answered ${answer.statusCode}: ${text}`);
    }
    const { etag } = answer.headers;
    return {
      status: answer.statusCode,
      milliseconds,
      bytes: Buffer.byteLength(text),
      compressed: body.byteLength,
      etag: typeof etag === 'string' ? etag : undefined,
      text,
    };
  }

  async status(): Promise<FleetStatus> {
    const { text } = await this.request('/api/aks/v1/status');
    return JSON.parse(text);
  }

  /** Resolves once every kind that its cluster serves is live. */
  async live(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const deadline = performance.now() + READY_MILLISECONDS;
    for (;;) {
      const { clusters } = await this.status();
      const kinds = clusters.flatMap(cluster => cluster.kinds);
      if (
        kinds.length > 0 &&
        clusters.every(({ freshness }) => freshness.state === 'live') &&
        kinds.every(({ freshness }) => SETTLED.has(freshness.state))
      ) {
        return;
      }
      if (performance.now() > deadline) {
        throw new Error(
          `The portal did not come to know its clusters: ${JSON.stringify(
            clusters,
          )}`,
        );
      }
      await meanwhile();
    }
  }

  async #signIn(): Promise<void> {
    const { text } = await this.request('/api/auth/bench/refresh');
    const session: { backstageIdentity: { token: string } } = JSON.parse(text);
    this.#token = session.backstageIdentity.token;
  }

  async end(): Promise<void> {
    await this.#child.end();
    await this.#agent.destroy();
    await rm(this.#folder, { recursive: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
