import { CheckCase } from './CheckCase';
import {
  container,
  deployment,
  deploymentWith,
  other,
  service,
  workload,
} from './manifests';

const agent = (podSpec: object) =>
  workload('DaemonSet', { spec: { template: { spec: podSpec } } });
const everywhere = { tolerations: [{ operator: 'Exists' }] };
const privileged = {
  containers: [
    container({
      securityContext: {
        privileged: true,
        allowPrivilegeEscalation: undefined,
      },
    }),
  ],
};
const spot = 'kubernetes.azure.com/scalesetpriority';
const set = (podSpec: object) => [
  workload('StatefulSet', { spec: { template: { spec: podSpec } } }),
  service({ clusterIP: 'None' }),
];
const balanced = (annotations: object, spec: object = {}) => [
  deployment(),
  service({ type: 'LoadBalancer', ...spec }, { annotations }),
];

export const placementCases: CheckCase[] = [
  {
    check: 'WL17',
    name: 'rights and places without bounds',
    broken: [agent({ ...everywhere, ...privileged })],
    healthy: [agent(everywhere)],
    verdict: 'warning',
    fields: ['spec.template.spec.tolerations[0]'],
    alsoFound: ['SB03', 'SR02'],
  },
  {
    check: 'WL18',
    name: 'spot nodes are wanted and tolerated',
    broken: set({
      nodeSelector: { [spot]: 'spot' },
      tolerations: [{ key: spot, value: 'spot', effect: 'NoSchedule' }],
    }),
    healthy: set({ tolerations: [{ key: 'other', operator: 'Exists' }] }),
    verdict: 'warning',
    fields: [
      `spec.template.spec.nodeSelector[${spot}]`,
      'spec.template.spec.tolerations[0]',
    ],
  },
  {
    check: 'WL20',
    name: 'liveness of a database',
    broken: [
      deploymentWith({
        livenessProbe: {
          httpGet: undefined,
          tcpSocket: { host: 'db', port: 5432 },
        },
      }),
    ],
    healthy: [deployment()],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].livenessProbe.tcpSocket.host'],
    alsoFound: ['SB07'],
  },
  {
    check: 'WL33',
    name: 'a load balancer for everybody',
    broken: balanced({}),
    healthy: balanced({
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
    }),
    verdict: 'ok',
    fields: ['spec.type'],
  },
  {
    check: 'WL33',
    name: 'a load balancer for everybody, where some are named',
    broken: balanced({}),
    healthy: balanced({}, { loadBalancerSourceRanges: ['203.0.113.0/24'] }),
    verdict: 'ok',
    fields: ['spec.type'],
  },
  {
    check: 'SG07',
    name: 'the taint of system pools on a user pool',
    broken: [node('user')],
    healthy: [node('system')],
    verdict: 'warning',
    fields: ['spec.taints[0].key'],
  },
];

function node(mode: string) {
  return other('Node', {
    metadata: { labels: { 'kubernetes.azure.com/mode': mode } },
    spec: { taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }] },
  });
}
