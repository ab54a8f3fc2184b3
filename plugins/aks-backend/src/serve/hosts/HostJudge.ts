import { ObjectRef, refKey } from '@backstage-aks/insight';
import { HostEntry } from '@backstage-aks/plugin-aks-common';
import { ClusterRights } from '../../permissions/ClusterRights';
import { HostPosition, StoredHost } from '../../store/HostReader';
import { ToldSources } from '../SourceStates';
import { hostVerdict } from './hostVerdict';
import { JudgedRoute, RouteJudge } from './RouteJudge';

/** A host as the caller may see it, judged; but for the catalog's entities. */
export interface JudgedHost {
  position: HostPosition;
  clusterId: string;
  entry: Omit<HostEntry, 'entities'>;
  /** What was found behind it; absent when the object has just gone. */
  route?: JudgedRoute;
}

/** A cluster with what the caller may see and be told of it. */
export interface JudgedCluster {
  rights: ClusterRights;
  sources: ToldSources;
}

/** Judges hosts that the index found, in their order. */
export async function judgeHosts(
  hosts: readonly StoredHost[],
  clusters: readonly JudgedCluster[],
  judge: RouteJudge,
): Promise<JudgedHost[]> {
  const perCluster = clusters.map(({ rights, sources }) =>
    judgeOn(
      hosts.filter(({ clusterId }) => clusterId === rights.cluster.id),
      rights,
      refs => judge.judge({ rights, refs, sources }),
    ),
  );
  const judged = (await Promise.all(perCluster)).flat();
  const byPosition = new Map(
    judged.map(host => [positionKey(host.position), host]),
  );
  return hosts.flatMap(
    ({ position }) => byPosition.get(positionKey(position)) ?? [],
  );
}

async function judgeOn(
  hosts: readonly StoredHost[],
  rights: ClusterRights,
  judge: (refs: ObjectRef[]) => Promise<Map<string, JudgedRoute>>,
): Promise<JudgedHost[]> {
  if (hosts.length === 0) {
    return [];
  }
  const { id, slug, name, environment } = rights.cluster;
  const refs = new Map(hosts.map(({ route }) => [refKey(route), route]));
  const routes = await judge([...refs.values()]);
  return Promise.all(
    hosts.map(async ({ position, host, route: ref }): Promise<JudgedHost> => {
      const route = routes.get(refKey(ref));
      return {
        position,
        clusterId: id,
        entry: {
          host,
          cluster: { slug, name, environment },
          route: ref,
          ...(route?.byHost.get(host) ?? hostVerdict([])),
          owners: await rights.owners(ref.namespace),
        },
        ...(route && { route }),
      };
    }),
  );
}

function positionKey({ host, recordId }: HostPosition): string {
  return `${recordId}/${host}`;
}
