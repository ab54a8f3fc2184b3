import { ClusterSnapshot, ObjectInput } from '@backstage-aks/sandbox';
import { setTimeout } from 'node:timers/promises';
import { asWritten } from './asWritten';
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

const AT_ONCE = 32;
const TRIES = 50;

/**
 * Writes generated services to a real server. Pods ask for a scheduler that
 * there is not: nothing of them ever runs, and their status is written as if it
 * did.
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
  for (const kind of KINDS) {
    const list = snapshot.lists.find(({ kind: its }) => its.kind === kind);
    const { plural } = list?.kind ?? {};
    const objects = (list?.objects ?? []).filter(
      ({ metadata }) => kind !== 'Namespace' || /^team-/.test(metadata.name),
    );
    await each(objects, async object => {
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
  }
}

/** Deletes what {@link seed} has written. */
export async function unseed(
  connection: ServerConnection,
  snapshot: ClusterSnapshot,
  name: string,
): Promise<void> {
  const namespaces = snapshot.lists
    .filter(({ kind }) => kind.kind === 'Namespace')
    .flatMap(({ objects }) => objects.map(({ metadata }) => metadata.name))
    .flatMap(generated =>
      /^team-/.test(generated) ? [`${name}-${generated}`] : [],
    );
  await each(namespaces, async namespace => {
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

async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items].reverse();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) {
        await work(item);
      }
    }),
  );
}
