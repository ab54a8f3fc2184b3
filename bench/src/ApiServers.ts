import { Child } from './children/Child';
import { ServersStarted } from './children/ServersStarted';

/** An API server, and the tokens that it takes. */
export interface ApiServer {
  name: string;
  url: string;
  /** Reads everything. */
  token: string;
  /** May write, too. */
  writingToken: string;
}

/** What is to be there. */
export interface ServersSetting {
  clusters: number;
  services: number;
  pods: number;
  /** Names a server to be used in place of the sandbox's clusters. */
  kubeconfig?: string;
}

/**
 * The API servers of a benchmark, with generated services on each: clusters of
 * the sandbox, or a real one behind a proxy that counts what it is asked.
 */
export class ApiServers {
  readonly #child: Child;
  readonly clusters: readonly ApiServer[];
  /** What stands before the names of the generated namespaces. */
  readonly namespacePrefix: string;
  /** The class of the generated Ingresses. */
  readonly ingressClass: string;

  static async start(setting: ServersSetting): Promise<ApiServers> {
    const child =
      setting.kubeconfig === undefined
        ? new Child('sandbox', setting)
        : new Child('realServer', setting, { detached: true });
    try {
      return new ApiServers(child, await child.started<ServersStarted>());
    } catch (error) {
      await child.end();
      throw error;
    }
  }

  private constructor(child: Child, started: ServersStarted) {
    this.#child = child;
    this.clusters = started.clusters;
    this.namespacePrefix = started.namespacePrefix;
    this.ingressClass = started.ingressClass;
  }

  /** How many LIST requests there were so far. */
  lists(): Promise<number> {
    return this.#child.ask({ ask: 'lists' });
  }

  /** Refuses every request until opened. */
  close(): Promise<number> {
    return this.#child.ask({ ask: 'close' });
  }

  open(): Promise<number> {
    return this.#child.ask({ ask: 'open' });
  }

  /** Takes away what was made, and stops. */
  async end(): Promise<void> {
    try {
      await this.#child.ask({ ask: 'end' });
    } finally {
      await this.#child.end();
    }
  }
}
