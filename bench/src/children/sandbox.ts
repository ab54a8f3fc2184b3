import {
  ClusterOptions,
  FaultHandle,
  generateCluster,
  startSandbox,
} from '@backstage-aks/sandbox';
import type { ServersSetting } from '../ApiServers';
import { answering } from './answering';
import { ServersStarted } from './ServersStarted';

answering<ServersSetting>(async ({ clusters, services, pods }) => {
  const sandbox = await startSandbox({
    clusters: Array.from({ length: clusters }, (_, index) =>
      clusterOf(`cluster-${index}`, { services, pods }),
    ),
  });
  let closed: FaultHandle[] = [];
  const counters = sandbox.clusters.map(cluster =>
    // A delay of nothing, which counts the lists. Discovery and the like, which a
    // portal asks for in its own time, is none of a view's doing.
    cluster.faults.add({
      match: { verb: 'list' },
      fault: { type: 'delay', milliseconds: 0 },
    }),
  );
  const started: ServersStarted = {
    clusters: sandbox.clusters.map(({ name, url, tokens }) => ({
      name,
      url,
      token: tokens.reader,
      writingToken: tokens.admin,
    })),
    namespacePrefix: '',
    ingressClass: 'webapprouting.kubernetes.azure.com',
  };
  return {
    started,
    async handle({ ask }) {
      switch (ask) {
        case 'lists':
          return counters.reduce((sum, { hits }) => sum + hits, 0);
        case 'close':
          closed = sandbox.clusters.map(({ faults }) =>
            faults.add({ fault: { type: 'status', code: 503 } }),
          );
          return closed.length;
        case 'open':
          await Promise.all(closed.map(fault => fault.remove()));
          return closed.length;
        default:
          throw new Error(`The sandbox cannot answer ${ask}`);
      }
    },
  };
});

// Generated clusters are all alike: each must be somebody of its own.
function clusterOf(
  name: string,
  size: { services: number; pods: number },
): ClusterOptions {
  const snapshot = generateCluster(size);
  for (const { metadata, kind } of snapshot.lists.flatMap(
    ({ objects }) => objects,
  )) {
    if (kind === 'Namespace' && metadata.name === 'kube-system') {
      metadata.uid = `kube-system-of-${name}`;
    }
  }
  return { name, snapshot };
}
