import {
  container,
  Fields,
  labels,
  podSpec,
  RefusedObject,
  workload,
} from './RefusedObject';

const inContainer = (what: string, of: Fields, field: string) => ({
  what,
  resource: 'deployments.apps',
  object: workload({}, {}, of),
  field: `spec.template.spec.containers[0].${field}`,
});

const inPod = (what: string, pod: Fields, field: string) => ({
  what,
  resource: 'deployments.apps',
  object: workload({}, pod),
  field: `spec.template.spec.${field}`,
});

/** What is wrong with a pod, in the template of a Deployment. */
export const refusedPods: readonly RefusedObject[] = [
  inContainer('a container name', { name: 'No' }, 'name'),
  inContainer(
    'a port name of 16 characters',
    { ports: [{ name: 'a234567890123456', containerPort: 1 }] },
    'ports[0].name',
  ),
  inContainer(
    'a port name without a letter',
    { ports: [{ name: '80', containerPort: 80 }] },
    'ports[0].name',
  ),
  inContainer(
    'a port name twice',
    {
      ports: [
        { name: 'a', containerPort: 1 },
        { name: 'a', containerPort: 2 },
      ],
    },
    'ports[1].name',
  ),
  inContainer(
    'a variable with an equals sign in its name',
    { env: [{ name: 'A=B', value: '1' }] },
    'env[0].name',
  ),
  inContainer(
    'a variable with a value and a source',
    {
      env: [
        {
          name: 'A',
          value: '1',
          valueFrom: { configMapKeyRef: { name: 'a', key: 'b' } },
        },
      ],
    },
    'env[0].valueFrom',
  ),
  inContainer(
    'a key that no ConfigMap can have',
    {
      env: [
        {
          name: 'A',
          valueFrom: { configMapKeyRef: { name: 'a', key: 'a b' } },
        },
      ],
    },
    'env[0].valueFrom.configMapKeyRef.key',
  ),
  inContainer('variables of nothing', { envFrom: [{}] }, 'envFrom'),
  inContainer(
    'a request above its limit',
    { resources: { requests: { cpu: '2' }, limits: { cpu: '1500m' } } },
    'resources.requests',
  ),
  inContainer(
    'a probe of two kinds',
    {
      livenessProbe: { tcpSocket: { port: 1 }, httpGet: { port: 1 } },
    },
    'livenessProbe.tcpSocket',
  ),
  inContainer(
    'a probe of a port that no port can be called',
    { readinessProbe: { httpGet: { path: '/', port: 'No_port' } } },
    'readinessProbe.httpGet.port',
  ),
  inContainer(
    'a liveness probe that wants two successes',
    { livenessProbe: { tcpSocket: { port: 1 }, successThreshold: 2 } },
    'livenessProbe.successThreshold',
  ),
  inContainer(
    'a wait longer than the grace period',
    { lifecycle: { preStop: { sleep: { seconds: 31 } } } },
    'lifecycle.preStop.sleep',
  ),
  inContainer(
    'a mount without its volume',
    { volumeMounts: [{ name: 'gone', mountPath: '/a' }] },
    'volumeMounts[0].name',
  ),
  {
    what: 'a mount path twice',
    resource: 'deployments.apps',
    object: workload(
      {},
      { volumes: [{ name: 'v', emptyDir: {} }] },
      {
        volumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'v', mountPath: '/a' },
        ],
      },
    ),
    field: 'spec.template.spec.containers[0].volumeMounts[1].mountPath',
  },
  inPod(
    'a volume twice',
    {
      volumes: [
        { name: 'v', emptyDir: {} },
        { name: 'v', emptyDir: {} },
      ],
    },
    'volumes[1].name',
  ),
  inPod(
    'a volume with a dot',
    { volumes: [{ name: 'a.b', emptyDir: {} }] },
    'volumes[0].name',
  ),
  inPod(
    'a path of the node that leads up',
    { volumes: [{ name: 'v', hostPath: { path: '/var/../etc' } }] },
    'volumes[0].hostPath.path',
  ),
  inPod(
    'an init container with the name of another',
    { initContainers: [container] },
    'initContainers[0].name',
  ),
  inPod('a restart policy', { restartPolicy: 'Never' }, 'restartPolicy'),
  inPod(
    'a label of nodes',
    { nodeSelector: { 'a..b/c': 'd' } },
    'nodeSelector',
  ),
  inPod(
    'a toleration of every key that asks for a value',
    { tolerations: [{ operator: 'Exists', value: 'x', key: 'y' }] },
    'tolerations[0].operator',
  ),
  inPod(
    'a spread without skew',
    {
      topologySpreadConstraints: [
        { maxSkew: 0, topologyKey: 'a', whenUnsatisfiable: 'ScheduleAnyway' },
      ],
    },
    'topologySpreadConstraints[0].maxSkew',
  ),
  {
    what: 'a label value of 64 characters',
    resource: 'deployments.apps',
    object: workload({
      template: {
        metadata: { labels: { ...labels, long: 'x'.repeat(64) } },
        spec: podSpec(),
      },
    }),
    field: 'spec.template.labels',
  },
];
