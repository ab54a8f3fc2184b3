import { ClusterSnapshot, ObjectInput } from '@backstage-aks/sandbox';
import { setTimeout } from 'node:timers/promises';
import { asWritten } from './asWritten';
import { hasControllers, runPods } from './controllers';
import { Refusal, ServerConnection } from './ServerConnection';

/** Written in this order, so that owners are there before what they own. */
const KINDS = [
  'Namespace',
  'IngressClass',
  'Deployment',
  'ReplicaSet',
  'Pod',
  'Service',
  'EndpointSlice',
  'Ingress',
];

/**
 * What controllers make of the others. They make EndpointSlices, too, but empty
 * ones, as the pods are on no node.
 */
const CONTROLLED = ['ReplicaSet', 'Pod'];

const AT_ONCE = 32;
const TRIES = 50;

/**
 * Writes generated services to a real server. Pods ask for a scheduler that
 * there is not: nothing of them ever runs, and their status is written as if it
 * did. Where controllers run, they make what is theirs to make.
 *
 * @param name - What the IngressClass is called, and what the names of the
 * namespaces begin with.
 */
export async function seed(
  connection: ServerConnection,
  snapshot: ClusterSnapshot,
  name: string,
): Promise<void> {
  const uids = new Map<string, string>();
  const write = async (kind: string) => {
    const { plural } = kindOf(snapshot, kind) ?? {};
    await each(objectsOf(snapshot, kind), async object => {
      const body = asWritten(object, name, uids);
      const { namespace } = body.metadata;
      const root = object.apiVersion.includes('/') ? '/apis' : '/api';
      const path = [
        `${root}/${object.apiVersion}`,
        ...(namespace === undefined ? [] : [`namespaces/${namespace}`]),
        plural,
      ].join('/');
      const { metadata } = await written(connection, path, body);
      uids.set(object.metadata.uid ?? '', metadata?.uid ?? '');
      if (object.status && kind !== 'Namespace') {
        await connection.write(
          'PATCH',
          `${path}/${body.metadata.name}/status`,
          { status: object.status },
        );
      }
    });
  };
  await write('Namespace');
  const [first] = namespacesOf(snapshot, name);
  const controlled = await hasControllers(connection, first);
  for (const kind of KINDS) {
    if (kind !== 'Namespace' && !(controlled && CONTROLLED.includes(kind))) {
      await write(kind);
    }
  }
  if (controlled) {
    await each(namespacesOf(snapshot, name), namespace =>
      runPods(connection, namespace, podsOf(snapshot, namespace, name)),
    );
  }
}

/** Deletes what {@link seed} has written. */
export async function unseed(
  connection: ServerConnection,
  snapshot: ClusterSnapshot,
  name: string,
): Promise<void> {
  await each(namespacesOf(snapshot, name), async namespace => {
    // Each kind by itself: a server need not have a controller of namespaces.
    for (const { kind } of snapshot.lists) {
      if (kind.namespaced && KINDS.includes(kind.kind)) {
        const root = kind.group ? `/apis/${kind.group}` : '/api';
        await remove(
          connection,
          `${root}/${kind.version}/namespaces/${namespace}/${kind.plural}`,
        );
      }
    }
    await remove(connection, `/api/v1/namespaces/${namespace}`);
  });
  await remove(connection, `/apis/networking.k8s.io/v1/ingressclasses/${name}`);
}

async function remove(
  connection: ServerConnection,
  path: string,
): Promise<void> {
  try {
    await connection.write('DELETE', path, {
      gracePeriodSeconds: 0,
      propagationPolicy: 'Background',
    });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 404)) {
      throw error;
    }
  }
}

/** A ServiceAccount comes a moment after its namespace, and pods wait for it. */
async function written(
  connection: ServerConnection,
  path: string,
  body: ObjectInput,
) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await connection.write('POST', path, body);
    } catch (error) {
      const early =
        error instanceof Refusal &&
        error.code === 403 &&
        /serviceaccount/i.test(error.message);
      if (!early || tries === TRIES) {
        throw error;
      }
      await setTimeout(200);
    }
  }
}

function kindOf(snapshot: ClusterSnapshot, kind: string) {
  return snapshot.lists.find(({ kind: its }) => its.kind === kind)?.kind;
}

/** Those of a kind that are written: of namespaces, the services' own. */
function objectsOf(snapshot: ClusterSnapshot, kind: string) {
  const list = snapshot.lists.find(({ kind: its }) => its.kind === kind);
  return (list?.objects ?? []).filter(
    ({ metadata }) => kind !== 'Namespace' || /^team-/.test(metadata.name),
  );
}

function namespacesOf(snapshot: ClusterSnapshot, name: string): string[] {
  return objectsOf(snapshot, 'Namespace').map(
    ({ metadata }) => `${name}-${metadata.name}`,
  );
}

function podsOf(snapshot: ClusterSnapshot, namespace: string, name: string) {
  return objectsOf(snapshot, 'Pod').filter(
    ({ metadata }) => `${name}-${metadata.namespace}` === namespace,
  );
}

/** Works on all, some at a time; after a failure, on no further one. */
async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items].reverse();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) {
      await work(item);
    }
  });
  const ends = await Promise.allSettled(
    workers.map(worker =>
      worker.catch(error => {
        left.length = 0;
        throw error;
      }),
    ),
  );
  for (const end of ends) {
    if (end.status === 'rejected') {
      throw end.reason;
    }
  }
}
