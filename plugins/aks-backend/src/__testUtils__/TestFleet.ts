import {
  Freshness,
  KindDescriptor,
  kinds,
  ObjectRef,
  project,
} from '@backstage-aks/insight';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ClusterWriter } from '../store/ClusterStore';
import { openDatabase } from '../store/openDatabase';
import { SqlClusterStore } from '../store/SqlClusterStore';
import { SqlHostReader } from '../store/SqlHostReader';
import { SqlRecordReader } from '../store/SqlRecordReader';
import { Manifest } from './manifests';

/** One cluster, written to in place of a collector. */
export class TestCluster {
  readonly #writer: ClusterWriter;

  constructor(writer: ClusterWriter) {
    this.#writer = writer;
  }

  get id() {
    return this.#writer.cluster.id;
  }

  get slug() {
    return this.#writer.cluster.slug;
  }

  async apply(manifests: readonly Manifest[]) {
    for (const kind of kinds) {
      const upserts = manifests
        .filter(manifest => manifest.kind === kind.kind)
        .flatMap(
          manifest =>
            project(kind.kind, manifest, {
              namespaceAnnotations: ['example.com/owners'],
            }) ?? [],
        );
      await this.#writer.apply(kind, { upserts, deletions: [] });
    }
  }

  async delete(...refs: ObjectRef[]) {
    for (const ref of refs) {
      const kind = descriptorOf(ref.kind);
      await this.#writer.apply(kind, { upserts: [], deletions: [ref] });
    }
  }

  async setKindFreshness(kind: string, freshness: Freshness, error?: string) {
    await this.#writer.setKindFreshness(descriptorOf(kind), freshness, error);
  }

  async setFreshness(freshness: Freshness) {
    await this.#writer.setClusterFreshness(freshness);
  }
}

/** A store with clusters that tests write to. */
export class TestFleet {
  readonly store: SqlClusterStore;
  readonly reader: SqlRecordReader;
  readonly hosts: SqlHostReader;

  static async create(databases: TestDatabases): Promise<TestFleet> {
    const client = await databases.init('SQLITE_3');
    const { knex } = await openDatabase({ getClient: async () => client });
    return new TestFleet(
      new SqlClusterStore({
        knex,
        holder: 'test',
        alone: true,
        leaseMilliseconds: 3_600_000,
      }),
      new SqlRecordReader({ knex }),
      new SqlHostReader({ knex }),
    );
  }

  private constructor(
    store: SqlClusterStore,
    reader: SqlRecordReader,
    hosts: SqlHostReader,
  ) {
    this.store = store;
    this.reader = reader;
    this.hosts = hosts;
  }

  /** Adds a cluster that is wholly known and holds these objects. */
  async addCluster(
    name: string,
    environment: string,
    manifests: readonly Manifest[],
  ): Promise<TestCluster> {
    const writer = await this.store.openCluster({
      origin: `test:${name}`,
      name,
      environment,
    });
    if (!writer) {
      throw new Error(`The lease of ${name} is taken`);
    }
    await writer.identify({ uid: `uid-${name}`, kubernetesVersion: 'v1.34.1' });
    await writer.setClusterFreshness({ state: 'live' });
    const cluster = new TestCluster(writer);
    for (const kind of kinds) {
      await cluster.setKindFreshness(kind.kind, { state: 'live' });
    }
    await cluster.apply(manifests);
    return cluster;
  }
}

function descriptorOf(name: string): KindDescriptor {
  const descriptor = kinds.find(({ kind }) => kind === name);
  if (!descriptor) {
    throw new Error(`${name} is not a kind that is collected`);
  }
  return descriptor;
}
