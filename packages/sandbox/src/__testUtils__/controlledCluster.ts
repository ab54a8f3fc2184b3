import { SandboxCluster } from '../cluster/SandboxCluster';
import { objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { Sandbox, startSandbox } from '../startSandbox';
import { eventually } from './request';
import { requireNoDefects } from './requireNoDefects';

const FAST = {
  schedule: 1,
  start: 10,
  ready: 10,
  terminate: 10,
  complete: 10,
  address: 10,
};

export const CONTAINER = {
  name: 'web',
  image: 'web:1',
  ports: [{ name: 'http', containerPort: 8080 }],
};

/** A Deployment of two pods, or as told. */
export function deployment(
  name: string,
  spec: object = {},
  container: object = {},
) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ ...CONTAINER, ...container }] },
      },
      ...spec,
    },
  };
}

/** A Service. */
export function service(name: string, spec: object) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec,
  };
}

/** A cluster for each test whose controllers are fast, and how to look at it. */
export function useControlledCluster() {
  let sandbox: Sandbox;
  let cluster: SandboxCluster;

  beforeEach(async () => {
    sandbox = await startSandbox({
      clusters: [{ name: 'controlled', timing: FAST }],
    });
    cluster = sandbox.cluster();
  });
  afterEach(async () => {
    await sandbox.close();
    requireNoDefects(cluster);
  });

  const podsOf = (app: string) =>
    cluster.objects
      .list('Pod', 'default')
      .filter(({ metadata }) => metadata.labels?.app === app);
  const get = (kind: string, name: string) =>
    cluster.objects.get(kind, 'default', name);
  const condition = (object: KubernetesObject | undefined, type: string) =>
    objectsIn(valueAt(object, 'status.conditions')).find(
      entry => entry.type === type,
    );
  const available = (name: string, replicas: number) =>
    eventually(() => {
      const found = get('Deployment', name);
      return (
        valueAt(found, 'status.observedGeneration') ===
          found?.metadata.generation &&
        valueAt(found, 'status.availableReplicas') === replicas &&
        valueAt(found, 'status.replicas') === replicas &&
        valueAt(found, 'status.updatedReplicas') === replicas &&
        found
      );
    });
  const setSpec = (kind: string, name: string, spec: object) =>
    cluster.objects.update(kind, 'default', name, current => ({
      ...current,
      spec: { ...(current.spec as object), ...spec },
    }));
  const slicesOf = (name: string) =>
    cluster.objects
      .list('EndpointSlice', 'default')
      .filter(
        ({ metadata }) =>
          metadata.labels?.['kubernetes.io/service-name'] === name,
      );

  return {
    get cluster() {
      return cluster;
    },
    podsOf,
    get,
    condition,
    available,
    setSpec,
    slicesOf,
  };
}
