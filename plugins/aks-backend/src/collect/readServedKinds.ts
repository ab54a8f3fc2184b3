import { KindDescriptor } from '@backstage-aks/insight';
import {
  ClusterConnection,
  ClusterError,
} from '@backstage-aks/plugin-aks-node';
import { z } from 'zod';

/**
 * One answer for all groups since Kubernetes 1.26, and as `v2` since 1.30; an
 * older server answers with its groups alone
 * (https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery,
 * November 2026).
 */
const ACCEPT = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join();

const aggregated = z.object({
  kind: z.literal('APIGroupDiscoveryList'),
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      versions: z
        .array(
          z.object({
            version: z.string(),
            freshness: z.string().optional(),
            resources: z.array(z.object({ resource: z.string() })).nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

const groupList = z.object({
  kind: z.literal('APIGroupList'),
  groups: z.array(
    z.object({
      versions: z.array(z.object({ groupVersion: z.string() })).nullish(),
    }),
  ),
});

const resourceList = z.object({
  kind: z.literal('APIResourceList'),
  resources: z.array(z.object({ name: z.string() })).nullish(),
});

type Discoverable = Pick<ClusterConnection, 'get' | 'url'>;

/** Whether a cluster may serve a kind; false only where it says so itself. */
export type Serves = (kind: KindDescriptor) => boolean;

/** Asks a cluster which of some kinds it serves. */
export async function readServedKinds(
  connection: Discoverable,
  asked: Iterable<KindDescriptor>,
  signal: AbortSignal,
): Promise<Serves> {
  const body = await connection.get('/apis', { accept: ACCEPT, signal });
  const whole = aggregated.safeParse(body);
  if (whole.success) {
    return fromAggregated(whole.data);
  }
  const groups = groupList.safeParse(body);
  if (!groups.success) {
    throw nonsense(connection, '/apis');
  }
  return fromGroups(connection, groups.data, asked, signal);
}

function fromAggregated({ items }: z.infer<typeof aggregated>): Serves {
  const versions = new Map(
    items.flatMap(({ metadata, versions: served }) =>
      (served ?? []).map(entry => [`${metadata.name}/${entry.version}`, entry]),
    ),
  );
  return kind => {
    const version = versions.get(groupVersion(kind));
    return (
      kind.group === '' ||
      // The server behind the group does not answer, so nothing is known.
      version?.freshness === 'Stale' ||
      (version?.resources ?? []).some(
        ({ resource }) => resource === kind.plural,
      )
    );
  };
}

async function fromGroups(
  connection: Discoverable,
  { groups }: z.infer<typeof groupList>,
  asked: Iterable<KindDescriptor>,
  signal: AbortSignal,
): Promise<Serves> {
  const served = new Set(
    groups.flatMap(({ versions }) =>
      (versions ?? []).map(version => version.groupVersion),
    ),
  );
  const resources = new Map<string, ReadonlySet<string>>();
  for (const kind of asked) {
    const version = groupVersion(kind);
    if (served.has(version) && !resources.has(version)) {
      resources.set(version, await readVersion(connection, version, signal));
    }
  }
  return kind =>
    kind.group === '' ||
    resources.get(groupVersion(kind))?.has(kind.plural) === true;
}

async function readVersion(
  connection: Discoverable,
  version: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const path = `/apis/${version}`;
  const list = resourceList.safeParse(await connection.get(path, { signal }));
  if (!list.success) {
    throw nonsense(connection, path);
  }
  return new Set(list.data.resources?.map(({ name }) => name));
}

function groupVersion({ group, version }: KindDescriptor): string {
  return `${group}/${version}`;
}

function nonsense({ url }: Discoverable, path: string): ClusterError {
  return new ClusterError(
    'malformed',
    `Could not tell which kinds the cluster at ${url} serves: its answer to ${path} is no discovery document. Check that the URL leads to an API server and not to a proxy.`,
  );
}
