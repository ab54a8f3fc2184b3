import { ImageFacts } from '../../records/podTemplates';
import { listed } from '../../rules/words';
import { CheckContext, CheckDoubt } from '../Check';
import { at, containerCheck, workloadCheck } from '../define';
import { replicasOf } from '../lookups';
import { Workload } from '../Workload';

const MULTI_ATTACH =
  'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/storage/fail-to-mount-azure-disk-volume';

/** Checks of where data lives. */
export const storageChecks = [
  workloadCheck({
    id: 'WL02',
    title: 'Several pods want a volume that only one node can mount',
    family: 'workloads',
    severity: 'error',
    judges: ['Deployment'],
    besides: [
      'PersistentVolumeClaim',
      'HorizontalPodAutoscaler',
      'ScaledObject',
    ],
    source: MULTI_ATTACH,
    date: '2026-11-28',
    judge(workload, context) {
      const { most } = replicasOf(workload, context);
      return most < 2
        ? undefined
        : oneNodeClaim(workload, context, claim => ({
            cause: `It has up to ${most} pods, and all of them mount the claim ${claim}, whose volume one node at a time can mount (ReadWriteOnce). Pods on other nodes wait for it for ever.`,
            remedy: {
              text: 'Write a StatefulSet, which gives each pod a claim of its own, or a claim that is ReadWriteMany (Azure Files).',
            },
          }));
    },
  }),
  workloadCheck({
    id: 'WL03',
    title: 'A rollout waits for a volume that the old pod holds',
    family: 'workloads',
    severity: 'warning',
    judges: ['Deployment'],
    besides: ['PersistentVolumeClaim'],
    source: MULTI_ATTACH,
    date: '2026-11-28',
    judge(workload, context) {
      const { record } = workload;
      const { most } = replicasOf(workload, context);
      return record.kind !== 'Deployment' ||
        record.strategy !== 'RollingUpdate' ||
        most > 1
        ? undefined
        : oneNodeClaim(workload, context, claim => ({
            cause: `The new pod is started beside the old one, which still holds the claim ${claim} (ReadWriteOnce). On another node the new one waits for it, and the old one is not stopped before the new one is ready.`,
            remedy: {
              text: 'Set spec.strategy.type to Recreate, or write a StatefulSet.',
            },
          }));
    },
  }),
  containerCheck({
    id: 'WL06',
    title: 'A database runs without a volume',
    family: 'workloads',
    severity: 'warning',
    judges: ['Deployment', 'StatefulSet'],
    source:
      'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#using-statefulsets',
    date: '2026-11-28',
    wrong: ({ image, runs }, { record, podSpec }) =>
      runs === 'main' &&
      image &&
      isDatabase(image) &&
      podSpec.claims.length === 0 &&
      !(record.kind === 'StatefulSet' && record.claimTemplates.length > 0)
        ? { field: 'image', value: image.repository }
        : undefined,
    cause: containers =>
      `${containers} keeps data, and no claim gives it a volume. All data is lost as soon as the pod moves to another node.`,
    remedy:
      'Write a StatefulSet with volumeClaimTemplates, or use a managed database.',
  }),
  workloadCheck({
    id: 'WL16',
    title: 'Data is kept on a node’s own disk',
    family: 'workloads',
    severity: 'warning',
    judges: ['Deployment', 'StatefulSet'],
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    date: '2026-11-28',
    judge({ record, podSpec: { directVolumes = [] }, path }) {
      const onNode = directVolumes.filter(({ type }) => type === 'hostPath');
      return onNode.length > 0
        ? {
            cause:
              'It mounts a directory of the node. A pod that moves to another node finds another directory there, and nodes are replaced with each upgrade.',
            remedy: {
              text: 'Mount a PersistentVolumeClaim, or an emptyDir for what may be lost.',
            },
            evidence: onNode.map(({ index }) =>
              at(record, `${path}.volumes[${index}].hostPath`, 'hostPath'),
            ),
          }
        : undefined;
    },
  }),
];

// Names of images that keep data, as their publishers call them. Caches are not
// among them: what they hold may be lost.
const DATABASES = [
  ...['postgres', 'postgresql', 'mysql', 'mariadb', 'mongo', 'mongodb'],
  ...['mssql', 'cassandra', 'cockroach', 'couchdb', 'elasticsearch', 'etcd'],
  ...['influxdb', 'kafka', 'neo4j', 'opensearch', 'rabbitmq', 'zookeeper'],
];

function isDatabase({ repository }: ImageFacts): boolean {
  return repository.split('/').some(part => DATABASES.includes(part));
}

/** What there is to say where one node at a time can mount a claim. */
function oneNodeClaim(
  { record, podSpec, path }: Workload,
  { records, knows }: CheckContext,
  fault: (claim: string) => { cause: string; remedy: { text: string } },
) {
  const { namespace } = record;
  const claims = podSpec.claims.map(name => ({
    name,
    modes: records.get({ kind: 'PersistentVolumeClaim', namespace, name })
      ?.accessModes,
  }));
  const evidence = (name: string, value: string) => [
    at(record, `${path}.volumes`, name),
    ...(records.get({ kind: 'PersistentVolumeClaim', namespace, name })
      ? [
          {
            object: { kind: 'PersistentVolumeClaim', namespace, name },
            field: 'spec.accessModes',
            value,
          },
        ]
      : []),
  ];
  const held = claims.find(
    ({ modes }) => modes && !modes.some(mode => mode.endsWith('Many')),
  );
  if (held) {
    return {
      ...fault(held.name),
      evidence: evidence(held.name, (held.modes ?? []).join(', ')),
    };
  }
  const unknown = claims.filter(({ modes }) => !modes);
  return unknown.length > 0 && !knows('PersistentVolumeClaim')
    ? ({
        unknown: `How many nodes can mount ${listed(
          unknown.map(({ name }) => name),
        )} is not known: the claim is not among these manifests.`,
        evidence: evidence(unknown[0].name, ''),
      } satisfies CheckDoubt)
    : undefined;
}
