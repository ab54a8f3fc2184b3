import { randomInt } from 'node:crypto';
import { TokenGrant } from '../auth/AccessRule';
import { defaultTokens } from '../auth/defaultTokens';
import { SandboxClock } from '../clock/SandboxClock';
import { ControllerRunner } from '../controllers/ControllerRunner';
import { controllers } from '../controllers/controllers';
import { defaultTiming, Timing } from '../controllers/Timing';
import { Faults } from '../faults/Faults';
import { DEFAULT_VERSION } from '../discovery/serverVersion';
import { ApiServer } from '../http/ApiServer';
import { ServiceTimes } from '../http/ServiceTimes';
import { KindDefinition } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';
import { Registry } from '../registry/Registry';
import type { Scenarios } from '../scenarios/Scenarios';
import { ObjectStore } from '../store/ObjectStore';
import { WatchSet } from '../watching/WatchSet';
import { bootstrap } from './bootstrap';
import { ClusterSnapshot } from './ClusterSnapshot';
import { ClusterState } from './ClusterState';
import { loadDocuments } from './loadObjects';
import { objectsFromYaml } from './objectsFromYaml';
import { ObjectAccess } from './ObjectAccess';
import { restoreSnapshot } from './restoreSnapshot';
import { serveCustomResources } from './serveCustomResources';

/**
 * How a sandbox cluster is to be.
 *
 * @public
 */
export interface ClusterOptions {
  name: string;
  /** 0 or absent for a free one. */
  port?: number;
  /** Serves HTTPS with this key and certificate (PEM). */
  tls?: { key: string; cert: string };
  /** Further tokens, or other rights for the default ones. */
  tokens?: Record<string, TokenGrant>;
  /** How many nodes run pods; 3 unless told, 0 for a cluster without. */
  nodes?: number;
  /** Azure region of its nodes; `westeurope` unless told. */
  region?: string;
  /** Such as `v1.36.2`, which it is unless told. */
  kubernetesVersion?: string;
  /** How long things take. */
  timing?: Partial<Timing>;
  /** From which faults are drawn. */
  seed?: number;
  /** How many changes can be watched back. */
  maxHistory?: number;
  /** Milliseconds between the bookmarks of a watch. */
  bookmarkInterval?: number;
  /** A state to begin with, instead of that of a new cluster. */
  snapshot?: ClusterSnapshot;
  /** Whether nothing happens by itself: no controller runs. */
  idle?: boolean;
}

/**
 * A running cluster of a sandbox.
 *
 * @public
 */
export class SandboxCluster {
  readonly name: string;
  /** The faults of its API server. */
  readonly faults: Faults;
  /** Its time, which can be moved ahead. */
  readonly clock = new SandboxClock();
  /** Direct access to its objects, past HTTP and rights. */
  readonly objects: ObjectAccess;
  /** The default tokens: everything, and reading without Secrets. */
  readonly tokens = { admin: 'sandbox-admin', reader: 'sandbox-reader' };
  private readonly grants: Map<string, TokenGrant>;
  private readonly state: ClusterState;
  private readonly runner: ControllerRunner;
  private readonly server: ApiServer;
  private address = '';

  /** @internal */
  constructor(options: ClusterOptions) {
    const kinds = new KindRegistry();
    // A new cluster has seen a few hundred writes when it first answers.
    const store = new ObjectStore(randomInt(180, 420), options.maxHistory);
    const registry = new Registry(store, kinds, this.clock);
    const held = new Set<string>();
    this.grants = new Map(
      Object.entries({ ...defaultTokens, ...options.tokens }),
    );
    this.name = options.name;
    this.faults = new Faults({
      seed: options.seed ?? 1,
      clock: this.clock,
      compact: () => store.compact(),
    });
    this.runner = new ControllerRunner({
      registry,
      controllers: options.idle ? [] : controllers,
      timing: { ...defaultTiming, ...options.timing },
      held,
      onError: (error, where) => this.fail(error, where),
    });
    this.state = {
      name: options.name,
      store,
      kinds,
      registry,
      clock: this.clock,
      tokens: this.grants,
      watches: new WatchSet(),
      faults: this.faults,
      serviceTimes: new ServiceTimes(),
      held,
      kubernetesVersion: options.kubernetesVersion ?? DEFAULT_VERSION,
      whileControllersWait: run => this.runner.whilePaused(run),
      bookmarkInterval: options.bookmarkInterval ?? 60_000,
    };
    this.objects = new ObjectAccess(registry);
    this.server = new ApiServer(this.state, this.faults, {
      port: options.port ?? 0,
      tls: options.tls,
    });
    serveCustomResources(store, kinds);
    if (options.snapshot) {
      restoreSnapshot(this.state, this.faults, options.snapshot);
    } else {
      bootstrap(this.state, options);
    }
  }

  /** Lets a token in from now on, with these rights in place of earlier ones. */
  addToken(token: string, grant: TokenGrant): void {
    this.grants.set(token, grant);
  }

  /** The base URL of its API server. */
  get url(): string {
    return this.address;
  }

  /** Defects of controllers, which tests should not tolerate. */
  readonly defects: string[] = [];

  /** The revision of the latest write. */
  get revision(): number {
    return this.state.store.revision;
  }

  /**
   * Loads manifests or recorded objects: YAML or JSON text with one or more
   * documents, or objects and lists of them.
   *
   * @throws Error naming each object that was refused, and why
   */
  load(source: string | readonly Record<string, unknown>[]): void {
    const objects =
      typeof source === 'string' ? objectsFromYaml(source) : [...source];
    const outcomes = loadDocuments(this.state, objects).flat();
    const refused = outcomes.filter(({ error }) => error);
    if (refused.length > 0) {
      const list = refused.map(({ object, error }) => `${object}: ${error}`);
      throw new Error(
        `cluster ${this.name} refused ${refused.length} of ${
          outcomes.length
        } objects:\n${list.join('\n')}`,
      );
    }
  }

  /** Serves a custom resource without its CustomResourceDefinition. */
  serve(kind: KindDefinition): void {
    this.state.kinds.add(kind);
  }

  /** Makes the past unreadable, as etcd's compaction does. */
  compact(): void {
    this.state.store.compact();
  }

  /** Ends all watches as a restarting server does. */
  cutWatches(): void {
    this.state.watches.cut();
  }

  /** @internal */
  offer(scenarios: Scenarios): void {
    this.state.scenarios = scenarios;
  }

  /** @internal */
  async listen(): Promise<void> {
    this.address = await this.server.listen();
  }

  /** @internal */
  async close(): Promise<void> {
    this.runner.stop();
    this.clock.stop();
    await this.server.close();
  }

  private fail(error: unknown, where: string): void {
    const text = error instanceof Error ? error.stack ?? error.message : error;
    this.defects.push(`${where}: ${text}`);
    process.stderr.write(`sandbox cluster ${this.name}: ${where}: ${text}\n`);
  }
}
