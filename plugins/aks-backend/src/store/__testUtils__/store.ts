import {
  Edge,
  kinds,
  Projection,
  RecordKind,
  project,
} from '@backstage-aks/insight';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openDatabase } from '../openDatabase';
import { SqlClusterStore, SqlClusterStoreOptions } from '../SqlClusterStore';

// Named outright, as the test utilities would else look for Docker.
const postgres: TestDatabaseId[] = process.env
  .BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING
  ? ['POSTGRES_17']
  : [];

/** SQLite, and PostgreSQL where a connection string for tests is set. */
export const databaseIds: TestDatabaseId[] = ['SQLITE_3', ...postgres];

/** Makes databases with the store's schema; call while tests are defined. */
export function testDatabases(): (id: TestDatabaseId) => Promise<Knex> {
  const databases = TestDatabases.create({ ids: databaseIds });
  return async id => {
    const client = await databases.init(id);
    const { knex } = await openDatabase({ getClient: async () => client });
    return knex;
  };
}

export function kindOf(kind: RecordKind) {
  const descriptor = kinds.find(candidate => candidate.kind === kind);
  if (!descriptor) {
    throw new Error(`${kind} is not a kind that is projected`);
  }
  return descriptor;
}

export function deployment(
  namespace: string,
  name: string,
  labels: Record<string, string> = {},
  replicas = 1,
): Projection {
  const { record } = projected('Deployment', {
    metadata: { namespace, name, uid: `${namespace}-${name}`, labels },
    spec: { replicas, template: { metadata: { labels } } },
    status: {
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
    },
  });
  return { record, edges: [] };
}

export function service(
  namespace: string,
  name: string,
  edges: Edge[] = [],
): Projection {
  const { record } = projected('Service', {
    metadata: { namespace, name, uid: `${namespace}-${name}` },
    spec: { type: 'ClusterIP' },
  });
  return { record, edges };
}

function projected(kind: RecordKind, object: object): Projection {
  const projection = project(kind, object);
  if (!projection) {
    throw new Error(`a ${kind} that cannot be projected`);
  }
  return projection;
}

export function namespaceNamed(name: string, labels = {}): Projection {
  return {
    record: {
      kind: 'Namespace',
      namespace: '',
      name,
      uid: name,
      labels,
      phase: 'Active',
      annotations: {},
    },
    edges: [],
  };
}

export function storeOn(
  knex: Knex,
  options: Partial<SqlClusterStoreOptions> = {},
): SqlClusterStore {
  return new SqlClusterStore({
    knex,
    holder: 'this-process',
    alone: false,
    ...options,
  });
}
