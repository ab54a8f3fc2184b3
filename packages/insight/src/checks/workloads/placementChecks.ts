import { Toleration } from '../../records/podTemplates';
import { at, recordCheck } from '../define';

const DATE = '2026-11-28';
const SPOT = 'kubernetes.azure.com/scalesetpriority';
const POD = 'spec.template.spec';

/** Checks of the nodes on which pods may run. */
export const placementChecks = [
  recordCheck({
    id: 'WL17',
    title: 'A privileged DaemonSet runs on every node there is',
    family: 'workloads',
    severity: 'warning',
    judges: ['DaemonSet'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations',
    date: DATE,
    judge(record) {
      const { containers, tolerations } = record.template;
      const index = tolerations.findIndex(
        ({ key, operator }) => key === undefined && operator === 'Exists',
      );
      return index >= 0 &&
        containers.some(({ security }) => security.privileged)
        ? {
            cause:
              'It tolerates every taint and may do anything on its node. Whoever takes over one of its pods has every node, those of the system pool included.',
            remedy: {
              text: 'Tolerate the taints by name that its nodes have, or take privileged away.',
            },
            evidence: [at(record, `${POD}.tolerations[${index}]`, 'Exists')],
          }
        : undefined;
    },
  }),
  recordCheck({
    id: 'WL18',
    title: 'A StatefulSet runs on spot nodes',
    family: 'workloads',
    severity: 'warning',
    judges: ['StatefulSet'],
    source: 'https://learn.microsoft.com/azure/aks/spot-node-pool',
    date: DATE,
    judge(record) {
      const { tolerations, nodeSelector } = record.template;
      const index = tolerations.findIndex(toleratesSpot);
      const evidence = [
        ...(nodeSelector[SPOT] === 'spot'
          ? [at(record, `${POD}.nodeSelector[${SPOT}]`, 'spot')]
          : []),
        ...(index >= 0
          ? [at(record, `${POD}.tolerations[${index}]`, SPOT)]
          : []),
      ];
      return evidence.length > 0
        ? {
            cause:
              'Azure takes spot nodes away with half a minute’s notice. Pods that keep data lose their place with the node, and several at once.',
            remedy: {
              text: 'Run it on a regular node pool: take the toleration and the node selector away.',
            },
            evidence,
          }
        : undefined;
    },
  }),
];

function toleratesSpot({ key, operator, value }: Toleration): boolean {
  return key === SPOT && (operator === 'Exists' || value === 'spot');
}
