import { named } from '../../rules/words';
import { refOf } from '../../RecordSet';
import { at, recordCheck } from '../define';
import { autoscalersOf } from '../lookups';

const HPA =
  'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/';
const DATE = '2026-11-28';
const TARGETS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
const SCALERS = ['HorizontalPodAutoscaler', 'ScaledObject'] as const;
const TARGET = 'spec.scaleTargetRef';

/** Checks of what is scaled, and by whom. */
export const scalingChecks = [
  recordCheck({
    id: 'WL07',
    title: 'A DaemonSet is scaled',
    family: 'workloads',
    severity: 'error',
    judges: SCALERS,
    source: HPA,
    date: DATE,
    judge: record =>
      record.target?.kind === 'DaemonSet'
        ? {
            cause: `A DaemonSet has one pod on each node and cannot be scaled, so this does nothing for ${record.target.name}.`,
            remedy: {
              text: 'Remove it. The number of nodes decides how many pods a DaemonSet has.',
            },
            evidence: [at(record, `${TARGET}.kind`, record.target.kind)],
          }
        : undefined,
  }),
  recordCheck({
    id: 'WL15',
    title: 'A number of replicas is written that an autoscaler sets',
    family: 'workloads',
    severity: 'warning',
    judges: ['Deployment', 'StatefulSet'],
    besides: SCALERS,
    source: `${HPA}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
    date: DATE,
    judge(record, context) {
      const [scaler] = autoscalersOf(record, context);
      // On a cluster the API server always fills the field in; who wrote it, the
      // managers of fields tell.
      const writers = record.replicasSetBy.filter(
        ({ subresource }) => subresource !== 'scale',
      );
      const isWritten =
        record.uid === '' ? record.replicasGiven : writers.length > 0;
      return scaler && isWritten
        ? {
            cause: `${named(scaler)} sets the number of pods, and ${
              record.uid === '' ? 'so does this' : `so does ${writers[0].name}`
            }: each time it is applied, the pods fall back to ${
              record.replicas
            }, whatever the load.`,
            remedy: { text: 'Leave spec.replicas out.' },
            evidence: [
              at(record, 'spec.replicas', record.replicas),
              at(scaler, TARGET, record.name),
            ],
          }
        : undefined;
    },
  }),
  recordCheck({
    id: 'WL25',
    title: 'The autoscaler scales nothing',
    family: 'workloads',
    severity: 'error',
    judges: SCALERS,
    besides: TARGETS,
    source: HPA,
    date: DATE,
    judge(record, { records, knows }) {
      const { target, namespace } = record;
      const kind = TARGETS.find(known => known === target?.kind);
      // Kinds of others may be scaled too, and are not known here.
      if (!target || !kind || records.get(target)) {
        return undefined;
      }
      const evidence = [at(record, TARGET, `${target.kind} ${target.name}`)];
      const other = TARGETS.filter(candidate => candidate !== kind)
        .map(candidate =>
          records.get({ kind: candidate, namespace, name: target.name }),
        )
        .find(found => found !== undefined);
      if (other) {
        return {
          cause: `It names the ${target.kind} ${target.name}, and ${target.name} is a ${other.kind}.`,
          remedy: { text: `Set ${TARGET}.kind to ${other.kind}.` },
          evidence: [...evidence, at(other, 'kind', other.kind)],
        };
      }
      return knows(kind)
        ? {
            cause: `There is no ${target.kind} ${target.name} in the namespace ${namespace}.`,
            remedy: { text: `Name in ${TARGET} what is to be scaled.` },
            evidence,
          }
        : {
            unknown: `Whether the ${target.kind} ${target.name} exists is not known: it is not among these manifests.`,
            evidence,
          };
    },
  }),
  recordCheck({
    id: 'WL26',
    title: 'Two autoscalers scale the same pods',
    family: 'workloads',
    severity: 'error',
    judges: SCALERS,
    besides: SCALERS,
    source: `${HPA}#ambiguous-selectors`,
    date: DATE,
    verified: false,
    judge(record, context) {
      const { target } = record;
      const scalers = target ? autoscalersOf(target, context) : [];
      const others = scalers.filter(other => other !== record);
      return others.length > 0 && scalers.includes(record)
        ? {
            cause: `${named(others[0])} scales ${named(
              refOf(target ?? record),
            )} too: each undoes what the other does.`,
            remedy: {
              text: 'Keep one of them, with the metrics of both.',
            },
            evidence: [record, ...others].map(scaler =>
              at(scaler, TARGET, target?.name),
            ),
          }
        : undefined;
    },
  }),
  recordCheck({
    id: 'WL28',
    title: 'The autoscaler’s least is more than its most',
    family: 'workloads',
    severity: 'error',
    judges: SCALERS,
    source: HPA,
    date: DATE,
    judge(record) {
      const { minReplicas, maxReplicas } = record;
      const [least, most] =
        record.kind === 'ScaledObject'
          ? ['minReplicaCount', 'maxReplicaCount']
          : ['minReplicas', 'maxReplicas'];
      return minReplicas > maxReplicas
        ? {
            cause: `At least ${minReplicas} and at most ${maxReplicas} pods cannot both be. It is refused.`,
            remedy: { text: `Set ${most} to ${minReplicas} or more.` },
            evidence: [
              at(record, `spec.${most}`, maxReplicas),
              at(record, `spec.${least}`, minReplicas),
            ],
          }
        : undefined;
    },
  }),
];
