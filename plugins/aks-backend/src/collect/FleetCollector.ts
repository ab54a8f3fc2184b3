import { kinds, ProjectionOptions } from '@backstage-aks/insight';
import { LoggerService } from '@backstage/backend-plugin-api';
import { AksConfig, ClusterConfig } from '../config/readAksConfig';
import { CollectMetrics } from '../metrics/CollectMetrics';
import { ClusterDeclaration, ClusterStore } from '../store/ClusterStore';
import { asError } from './asError';
import { ClusterCollector } from './ClusterCollector';
import { connectCluster } from './connectCluster';
import { gateOf } from './gateOf';
import { NamespaceLimits } from './NamespaceLimits';
import { RequestBudget } from './RequestBudget';
import { CollectTiming, defaultTiming } from './timing';

/** What the collection of a fleet needs. */
export interface FleetCollectorOptions {
  config: Pick<AksConfig, 'clusters' | 'collect' | 'ownership'>;
  store: ClusterStore;
  logger: LoggerService;
  metrics: CollectMetrics;
  timing?: Partial<CollectTiming>;
  clock?: () => number;
}

/** Collects every configured cluster, each by itself. */
export class FleetCollector {
  readonly #options: FleetCollectorOptions;
  readonly #collectors: ClusterCollector[];
  readonly #stop = new AbortController();
  #purge: Promise<void> = Promise.resolve();

  constructor(options: FleetCollectorOptions) {
    this.#options = options;
    this.#collectors = options.config.clusters.map(cluster =>
      this.#collector(cluster),
    );
  }

  /**
   * Begins. Resolves once the store has every cluster and marks as stale what
   * no other replica keeps current, so that serving may begin; clusters that
   * do not answer delay nothing.
   */
  async start(): Promise<void> {
    const { config, store, logger } = this.#options;
    await store.retainClusters(
      config.clusters.map(cluster => declarationOf(cluster).origin),
    );
    this.#purge = store.purgeForgotten(this.#stop.signal).catch(error => {
      logger.warn(
        'Could not purge clusters that are no longer configured',
        asError(error),
      );
    });
    for (const collector of this.#collectors) {
      await collector.start();
    }
  }

  /** Ends, once what is being written is written. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all([
      this.#purge,
      ...this.#collectors.map(collector => collector.stop()),
    ]);
  }

  #collector(cluster: ClusterConfig): ClusterCollector {
    const { config, store, logger, metrics, clock } = this.#options;
    const { collect } = config;
    const timing = { ...defaultTiming, ...this.#options.timing };
    const budget = new RequestBudget(collect.requests);
    const figures = metrics.of(cluster.name, () => budget.waiting);
    const gate = gateOf(budget, figures);
    return new ClusterCollector({
      declaration: declarationOf(cluster),
      connect: () => connectCluster(cluster, timing.connection, gate),
      store,
      kinds: kinds.filter(({ kind }) => collect.kinds?.includes(kind) ?? true),
      namespaces: new NamespaceLimits(collect.namespaces),
      streamLists: collect.lists === 'stream',
      pageSize: collect.pageSize,
      projection: projectionOptions(config),
      timing,
      clock: clock ?? Date.now,
      logger: logger.child({ cluster: cluster.name }),
      metrics: figures,
    });
  }
}

/** What projections keep because of the configuration. */
export function projectionOptions({
  ownership,
}: Pick<AksConfig, 'ownership'>): ProjectionOptions {
  return {
    namespaceAnnotations: ownership.annotation ? [ownership.annotation] : [],
  };
}

/**
 * Names the settings of projections, for the store to know when the same
 * object would be projected otherwise, or not kept.
 */
export function projectionSettings(
  config: Pick<AksConfig, 'ownership' | 'collect'>,
): string {
  const annotations = projectionOptions(config).namespaceAnnotations ?? [];
  const { key } = new NamespaceLimits(config.collect.namespaces);
  return [...annotations, ...(key ? [key] : [])].join();
}

function declarationOf({
  name,
  environment,
}: ClusterConfig): ClusterDeclaration {
  return { origin: `config:${name}`, name, environment };
}
