/* eslint-disable jest/no-standalone-expect -- these are expectations that tests share */
import { KindDescriptor, kinds, RecordKind } from '@backstage-aks/insight';
import { ClusterConnection, fixedToken } from '@backstage-aks/plugin-aks-node';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ClusterConfig, CollectConfig } from '../../config/readAksConfig';
import { RecordedMeter } from '../../metrics/__testUtils__/RecordedMeter';
import { Metrics } from '../../metrics/Metrics';
import { measureStatements } from '../../store/measureStatements';
import { SqlClusterStore } from '../../store/SqlClusterStore';
import { SqlRecordReader } from '../../store/SqlRecordReader';
import { StoreHealth } from '../../store/StoreHealth';
import { connectCluster } from '../connectCluster';
import {
  FleetCollector,
  FleetCollectorOptions,
  projectionSettings,
} from '../FleetCollector';
import { RequestLimits } from '../RequestBudget';
import { CollectTiming } from '../timing';
import { briefly } from './briefly';
import { contradictions, differences } from './differences';
import { eventually } from './eventually';

/** A few kinds of every sort, so that a test that takes them is quick. */
const FEW_KINDS: readonly RecordKind[] = [
  'Namespace',
  'IngressClass',
  'Ingress',
  'Gateway',
  'Service',
  'Deployment',
  'ReplicaSet',
  'EndpointSlice',
  'Pod',
];

/** A portal process as far as it collects, over a database that may outlive it. */
export class Collection {
  readonly reader: SqlRecordReader;
  readonly store: SqlClusterStore;
  readonly meter = new RecordedMeter();
  /** What was logged as an error. */
  readonly errors: string[] = [];
  readonly #knex: Knex;
  readonly #clusters: ClusterConfig[];
  readonly #collector: FleetCollector;
  readonly #kinds: readonly KindDescriptor[];
  readonly #served: string | undefined;
  readonly #patience: number | undefined;

  constructor(
    knex: Knex,
    clusters: ClusterConfig[],
    options: {
      pageSize?: number;
      lists?: CollectConfig['lists'];
      namespaces?: CollectConfig['namespaces'];
      requests?: RequestLimits;
      /** Undefined: a few; `all`: every kind that the portal knows. */
      kinds?: 'all';
      replica?: string;
      timing?: Partial<CollectTiming>;
      clock?: () => number;
      /** URL of the server to compare with, if a proxy stands before it. */
      served?: string;
      /** For how long to wait for equality, in milliseconds. */
      patience?: number;
    } = {},
  ) {
    const { clock } = options;
    this.#knex = knex;
    this.#clusters = clusters;
    this.#kinds = kinds.filter(
      ({ kind }) => options.kinds === 'all' || FEW_KINDS.includes(kind),
    );
    this.#served = options.served;
    this.#patience = options.patience;
    const config: FleetCollectorOptions['config'] = {
      clusters,
      collect: {
        lists: options.lists ?? 'pages',
        pageSize: options.pageSize ?? 7,
        kinds: this.#kinds.map(({ kind }) => kind),
        namespaces: options.namespaces ?? { exclude: [] },
        requests: options.requests ?? { perSecond: 1000, burst: 1000 },
      },
      ownership: { label: '', patterns: [], unbound: 'deny' },
    };
    this.reader = new SqlRecordReader({ knex, clock });
    const metrics = new Metrics(this.meter);
    measureStatements(knex, metrics.store);
    this.store = new SqlClusterStore({
      knex,
      holder: options.replica ?? 'test',
      alone: options.replica === undefined,
      metrics: metrics.store,
      health: new StoreHealth({ metrics: metrics.store }),
      clock,
      projectionSettings: projectionSettings(config),
    });
    this.#collector = new FleetCollector({
      config,
      store: this.store,
      logger: mockServices.logger.mock({
        child: () =>
          mockServices.logger.mock({
            error: message => this.errors.push(String(message)),
          }),
      }),
      metrics: metrics.collect,
      timing: { ...briefly, ...options.timing },
      clock,
    });
  }

  async start(): Promise<this> {
    await this.#collector.start();
    return this;
  }

  stop(): Promise<void> {
    return this.#collector.stop();
  }

  async cluster(name = 'one') {
    const clusters = await this.reader.clusters();
    const found = clusters.find(cluster => cluster.name === name);
    if (!found) {
      throw new Error(`The store has no cluster ${name}`);
    }
    return found;
  }

  async source(kind: string, cluster = 'one') {
    const { id } = await this.cluster(cluster);
    const sources = await this.reader.sources([id]);
    return sources.find(source => source.kind === kind);
  }

  async states(cluster = 'one'): Promise<Record<string, string>> {
    const { id } = await this.cluster(cluster);
    const sources = await this.reader.sources([id]);
    return Object.fromEntries(
      sources.map(({ kind, freshness }) => [kind, freshness.state]),
    );
  }

  /** Names of the stored records of a kind. */
  async names(kind: string, cluster = 'one'): Promise<string[]> {
    const { id } = await this.cluster(cluster);
    const rows = await this.#knex('aks_records')
      .where({ cluster_id: id, kind })
      .orderBy(['namespace', 'name']);
    return rows.map(row => `${row.namespace}/${row.name}`);
  }

  /**
   * Waits until every kind that the server has is live, and equal to what is
   * there.
   */
  async settled(cluster = 'one', within?: Within): Promise<void> {
    await eventually(async () => {
      const states = await this.states(cluster);
      expect(Object.keys(states)).toHaveLength(this.#kinds.length);
      expect(
        this.#kinds.filter(({ kind, custom }) => {
          const state = states[kind];
          return state !== 'live' && !(custom && state === 'absent');
        }),
      ).toEqual([]);
      expect((await this.cluster(cluster)).freshness.state).toBe('live');
      await this.equal(cluster, within);
    }, this.#patience);
  }

  /** Expects the store to hold exactly the projections of the server's objects. */
  async equal(cluster = 'one', within?: Within): Promise<void> {
    const { id } = await this.cluster(cluster);
    const connection = await this.#connect(cluster);
    try {
      expect(
        await differences({
          knex: this.#knex,
          clusterId: id,
          connection,
          kinds: this.#kinds,
          within,
        }),
      ).toEqual([]);
    } finally {
      await connection.close();
    }
    expect(await contradictions(this.#knex)).toEqual([]);
  }

  // Past the collector's own way, which may be out of order.
  async #connect(cluster: string): Promise<ClusterConnection> {
    const config = this.#clusters.find(({ name }) => name === cluster);
    if (config?.auth.type === 'kubeconfig') {
      return connectCluster(config);
    }
    return new ClusterConnection({
      cluster,
      url: this.#served ?? config?.url ?? '',
      credential: {
        description: 'test',
        token: fixedToken('sandbox-admin'),
      },
    });
  }
}

type Within = (record: { namespace: string; name: string }) => boolean;
