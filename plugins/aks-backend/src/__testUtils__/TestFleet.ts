import {
  Freshness,
  KindDescriptor,
  kinds,
  ObjectRef,
  project,
} from '@backstage-aks/insight';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ClusterWriter, ReadFailure } from '../store/ClusterStore';
import { openDatabase } from '../store/openDatabase';
import { SqlClusterStore } from '../store/SqlClusterStore';
import { SqlHostReader } from '../store/SqlHostReader';
import { SqlRecordReader } from '../store/SqlRecordReader';
import { StoreHealth } from '../store/StoreHealth';
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

  async setKindFreshness(
    kind: string,
    freshness: Freshness,
    failure?: ReadFailure,
  ) {
    await this.#writer.setKindFreshness(descriptorOf(kind), freshness, failure);
  }

  async noteNextTry(at: string) {
    await this.#writer.noteNextTry(at);
  }

  async setFreshness(freshness: Freshness) {
    await this.#writer.setClusterFreshness(freshness);
  }
}

/** How the store of a {@link TestFleet} calls its only replica. */
export const TEST_HOLDER = 'test';

/** A store with clusters that tests write to. */
export class TestFleet {
  readonly store: SqlClusterStore;
  readonly reader: SqlRecordReader;
  readonly hosts: SqlHostReader;
  readonly health: StoreHealth;
  readonly #knex: Knex;

  static async create(databases: TestDatabases): Promise<TestFleet> {
    const client = await databases.init('SQLITE_3');
    const { knex } = await openDatabase({ getClient: async () => client });
    return new TestFleet(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.health = new StoreHealth();
    this.store = new SqlClusterStore({
      knex,
      holder: TEST_HOLDER,
      alone: true,
      health: this.health,
      leaseMilliseconds: 3_600_000,
    });
    this.reader = new SqlRecordReader({ knex });
    this.hosts = new SqlHostReader({ knex });
  }

  /** Adds a live cluster that another replica than the portal's reads. */
  async openElsewhere(
    name: string,
    leaseMilliseconds: number,
  ): Promise<ClusterWriter> {
    const other = new SqlClusterStore({
      knex: this.#knex,
      holder: 'another',
      alone: false,
      leaseMilliseconds,
    });
    const writer = await other.openCluster({
      origin: `test:${name}`,
      name,
      environment: 'staging',
    });
    if (!writer) {
      throw new Error(`The lease of ${name} is taken`);
    }
    await writer.setClusterFreshness({ state: 'live' });
    return writer;
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
