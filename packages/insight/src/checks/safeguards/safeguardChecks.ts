import { LabelSelector } from '../../labelSelector';
import { refKey } from '../../RecordSet';
import { counted, named, selectorText } from '../../rules/words';
import { at, containerCheck, recordCheck, workloadCheck } from '../define';
import { replicasOf } from '../lookups';

const FACT = {
  family: 'safeguards',
  source: 'https://learn.microsoft.com/azure/aks/deployment-safeguards',
  date: '2026-06-02',
} as const;

const RESERVED = 'kubernetes.azure.com';

/**
 * Checks for the deployment safeguards of AKS, which AKS Automatic enforces and
 * others may turn on.
 */
export const safeguardChecks = [
  workloadCheck({
    ...FACT,
    id: 'SG01',
    title: 'The pods may all land on one node',
    severity: 'warning',
    judges: ['Deployment', 'StatefulSet'],
    besides: ['HorizontalPodAutoscaler', 'ScaledObject'],
    judge(workload, context) {
      const { record, podSpec, path } = workload;
      const { most } = replicasOf(workload, context);
      return most < 2 ||
        podSpec.spread.length > 0 ||
        podSpec.affinity.includes('anti')
        ? undefined
        : {
            cause: `Nothing keeps its ${counted(
              most,
              'pod',
            )} apart, so one node’s failure may take all of them. AKS Automatic adds rules of its own.`,
            remedy: {
              text: 'Write topologySpreadConstraints over topology.kubernetes.io/zone and kubernetes.io/hostname.',
            },
            evidence: [
              at(record, `${path}.topologySpreadConstraints`, undefined),
            ],
          };
    },
  }),
  workloadCheck({
    ...FACT,
    id: 'SG02',
    title: 'A label that AKS keeps for itself',
    severity: 'warning',
    judge({ record, podLabels, metadataPath }) {
      const own = Object.keys(record.labels).filter(isReserved);
      const ofPods = Object.keys(podLabels).filter(isReserved);
      const evidence = [
        ...own.map(key =>
          at(record, `metadata.labels[${key}]`, record.labels[key]),
        ),
        ...(record.kind === 'Pod' ? [] : ofPods).map(key =>
          at(record, `${metadataPath}.labels[${key}]`, podLabels[key]),
        ),
      ];
      return evidence.length > 0
        ? {
            cause: `Labels of ${RESERVED} are for AKS only. AKS Automatic refuses them.`,
            remedy: {
              text: 'Take the label away, or give it a prefix of yours.',
            },
            evidence,
          }
        : undefined;
    },
  }),
  recordCheck({
    ...FACT,
    id: 'SG04',
    title: 'The StorageClass uses a driver that was removed',
    severity: 'error',
    judges: ['StorageClass'],
    judge: record =>
      /^kubernetes\.io\/azure-(disk|file)$/.test(record.provisioner)
        ? {
            cause: `The driver ${record.provisioner} inside Kubernetes is gone, so no volume is made, and AKS Automatic refuses it.`,
            remedy: {
              text: 'Use disk.csi.azure.com or file.csi.azure.com as provisioner.',
            },
            evidence: [at(record, 'provisioner', record.provisioner)],
          }
        : undefined,
  }),
  recordCheck({
    ...FACT,
    id: 'SG05',
    title: 'Two Services select the same pods in the same words',
    severity: 'warning',
    judges: ['Service'],
    besides: ['Service'],
    judge(record, { records }) {
      const { selector, namespace } = record;
      const key = selector && canonical(selector);
      const other = records
        .of('Service', namespace)
        .find(
          candidate =>
            refKey(candidate) !== refKey(record) &&
            candidate.selector &&
            canonical(candidate.selector) === key,
        );
      return selector && other
        ? {
            cause: `${named(other)} has the same selector (${selectorText(
              selector,
            )}). AKS Automatic refuses the second one.`,
            remedy: {
              text: 'Put the ports of both into one Service, or let one of them ask for one more label that the pods have.',
            },
            evidence: [record, other].map(service =>
              at(service, 'spec.selector', selectorText(selector)),
            ),
          }
        : undefined;
    },
  }),
  containerCheck({
    ...FACT,
    id: 'SG06',
    title: 'An image without a version',
    severity: 'warning',
    wrong: ({ image }) =>
      image?.pinned === 'latest'
        ? { field: 'image', value: `${image.repository}:latest` }
        : undefined,
    cause: containers =>
      `${containers} runs whatever image is the latest when a pod starts: pods differ, and no rollback brings the old one back. AKS Automatic refuses it.`,
    remedy: 'Name a version, or a digest.',
  }),
  recordCheck({
    ...FACT,
    id: 'SG07',
    title: 'A user node pool keeps pods away like a system pool',
    severity: 'warning',
    judges: ['Node'],
    judge: record =>
      record.mode?.toLowerCase() === 'user' &&
      record.taints.some(({ key }) => key === 'CriticalAddonsOnly')
        ? {
            cause:
              'The taint CriticalAddonsOnly is for system pools. On a user pool it keeps the pods of applications away from the nodes that are there for them.',
            remedy: {
              text: 'Give the node pool a taint of another name, or none.',
            },
            evidence: [
              at(
                record,
                `spec.taints[${record.taints.findIndex(
                  ({ key }) => key === 'CriticalAddonsOnly',
                )}].key`,
                'CriticalAddonsOnly',
              ),
            ],
          }
        : undefined,
  }),
];

function isReserved(key: string): boolean {
  return key === RESERVED || key.startsWith(`${RESERVED}/`);
}

/** One text for all selectors that say the same. */
function canonical(selector: LabelSelector): string {
  return selector
    .map(requirement => JSON.stringify(requirement))
    .sort()
    .join();
}
