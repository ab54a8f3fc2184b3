/* eslint-disable jest/no-standalone-expect -- these are expectations that tests share */
import { collectionPath, kinds, project } from '@backstage-aks/insight';
import { ClusterConnection, fixedToken } from '@backstage-aks/plugin-aks-node';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ClusterConfig } from '../../config/readAksConfig';
import { SqlClusterStore } from '../../store/SqlClusterStore';
import { SqlRecordReader } from '../../store/SqlRecordReader';
import { FleetCollector } from '../FleetCollector';
import { CollectTiming } from '../timing';
import { eventually } from './eventually';

const briefly: Partial<CollectTiming> = {
  grace: 100,
  heartbeat: 20,
  gather: 10,
  settle: 10,
  slowRetry: 50,
  firstRetry: 10,
  longestRetry: 100,
  leaseRetry: 20,
};

export function clusterAt(
  url: string,
  changes: Partial<ClusterConfig> = {},
): ClusterConfig {
  return {
    name: 'one',
    environment: 'production',
    configKey: 'aks.clusters[0]',
    url,
    auth: { type: 'serviceAccountToken', token: 'sandbox-reader' },
    ...changes,
  };
}

/** A portal process as far as it collects, over a database that may outlive it. */
export class Collection {
  readonly reader: SqlRecordReader;
  readonly store: SqlClusterStore;
  readonly #knex: Knex;
  readonly #clusters: ClusterConfig[];
  readonly #collector: FleetCollector;

  constructor(
    knex: Knex,
    clusters: ClusterConfig[],
    options: { pageSize?: number; replica?: string } = {},
  ) {
    this.#knex = knex;
    this.#clusters = clusters;
    this.reader = new SqlRecordReader({ knex });
    this.store = new SqlClusterStore({
      knex,
      holder: options.replica ?? 'test',
      alone: options.replica === undefined,
    });
    this.#collector = new FleetCollector({
      config: {
        clusters,
        collect: { pageSize: options.pageSize ?? 7 },
        ownership: { label: '', patterns: [], unbound: 'deny' },
      },
      store: this.store,
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      timing: briefly,
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

  /** Waits until every kind is live and equal to what the server has. */
  async settled(cluster = 'one'): Promise<void> {
    await eventually(async () => {
      expect(await this.states(cluster)).toEqual(
        Object.fromEntries(kinds.map(({ kind }) => [kind, 'live'])),
      );
      expect((await this.cluster(cluster)).freshness.state).toBe('live');
      await this.equal(cluster);
    });
  }

  /** Expects the store to hold exactly the projections of the server's objects. */
  async equal(cluster = 'one'): Promise<void> {
    const { id } = await this.cluster(cluster);
    const rows = await this.#knex('aks_records').where({ cluster_id: id });
    const stored = rows.map(row => JSON.parse(row.record));
    expect(inOrder(stored)).toEqual(inOrder(await this.#served(cluster)));
  }

  async #served(cluster: string): Promise<Identified[]> {
    const config = this.#clusters.find(({ name }) => name === cluster);
    const connection = new ClusterConnection({
      cluster,
      url: config?.url ?? '',
      credential: {
        description: 'test',
        token: fixedToken('sandbox-admin'),
      },
    });
    const records: Identified[] = [];
    try {
      for (const kind of kinds) {
        const pages = connection.list(collectionPath(kind), { pageSize: 500 });
        for await (const page of pages) {
          for (const object of page.items) {
            const projection = project(kind.kind, object);
            records.push(...(projection ? [projection.record] : []));
          }
        }
      }
    } finally {
      await connection.close();
    }
    return records;
  }
}

interface Identified {
  kind: string;
  namespace: string;
  name: string;
}

function inOrder(records: Identified[]): Identified[] {
  const key = ({ kind, namespace, name }: Identified) =>
    `${kind}/${namespace}/${name}`;
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
