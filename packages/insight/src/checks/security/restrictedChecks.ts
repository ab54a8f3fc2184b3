import { Check } from '../Check';
import {
  at,
  capital,
  containerCheck,
  containersNamed,
  workloadCheck,
} from '../define';
import { Workload } from '../Workload';
import { contextCheck, isForWindows, STANDARDS, unsetIn } from './contexts';

const RESTRICTED = {
  ...STANDARDS,
  severity: 'warning',
  level: 'restricted',
} as const;

/** The controls that the level `restricted` adds to `baseline`. */
export const restrictedChecks: readonly Check[] = [
  workloadCheck({
    ...RESTRICTED,
    id: 'SR01',
    title: 'Pods mount a volume of a type that is not allowed',
    judge({ record, podSpec: { directVolumes = [] }, path }) {
      // A hostPath is not even allowed by baseline, which says so.
      const volumes = directVolumes.filter(({ type }) => type !== 'hostPath');
      return volumes.length > 0
        ? {
            cause:
              'Such a volume reaches into another system with what the pod says, past claims and their StorageClasses.',
            remedy: {
              text: 'Mount it by a PersistentVolumeClaim, or a volume of type csi.',
            },
            evidence: volumes.map(({ index, type }) =>
              at(record, `${path}.volumes[${index}].${type}`, type),
            ),
          }
        : undefined;
    },
  }),
  containerCheck({
    ...RESTRICTED,
    id: 'SR02',
    title: 'A container may gain rights',
    wrong: ({ security }, workload) =>
      security.mayEscalate && !isForWindows(workload)
        ? {
            field: 'securityContext.allowPrivilegeEscalation',
            value: 'not false',
          }
        : undefined,
    cause: containers =>
      `${containers} may start programs with more rights than its own.`,
    remedy: 'Set allowPrivilegeEscalation to false.',
  }),
  workloadCheck({
    ...RESTRICTED,
    id: 'SR03',
    title: 'A container may run as root',
    judge(workload) {
      const { podSpec, record, path } = workload;
      // With users of its own, root in the pod is nobody on the node.
      if (podSpec.ownUsers) {
        return undefined;
      }
      const says = podSpec.context?.runAsNonRoot;
      const unset = unsetIn(
        workload,
        ({ context }) => (context?.runAsNonRoot ?? says) !== true,
        'runAsNonRoot',
      );
      const ofPod =
        says === false
          ? [at(record, `${path}.securityContext.runAsNonRoot`, 'false')]
          : [];
      return ofPod.length > 0 || unset.containers.length > 0
        ? {
            cause: `${whose(
              workload,
              unset.containers,
            )} runs as the user that the image names, which may be root.`,
            remedy: {
              text: 'Set runAsNonRoot to true in the securityContext of the pod.',
            },
            evidence: [...ofPod, ...unset.evidence],
          }
        : undefined;
    },
  }),
  contextCheck({
    ...RESTRICTED,
    id: 'SR04',
    title: 'A container runs as root',
    wrong: ({ runAsUser }) =>
      runAsUser === 0 ? { field: 'runAsUser', value: '0' } : undefined,
    cause: who => `${who} asks for the user 0, which is root.`,
    remedy: 'Set runAsUser to another number, or leave it to the image.',
    unless: ({ podSpec }) => podSpec.ownUsers === true,
  }),
  workloadCheck({
    ...RESTRICTED,
    id: 'SR05',
    title: 'No seccomp profile',
    judge(workload) {
      const { podSpec } = workload;
      // What is explicitly another one, baseline says.
      const unset = unsetIn(
        workload,
        ({ context }) => !(context?.seccomp ?? podSpec.context?.seccomp),
        'seccompProfile',
      );
      return unset.containers.length > 0 && !isForWindows(workload)
        ? {
            cause: `${whose(
              workload,
              unset.containers,
            )} may make every system call there is, where the node does not say otherwise.`,
            remedy: {
              text: 'Set seccompProfile.type to RuntimeDefault in the securityContext of the pod.',
            },
            evidence: unset.evidence,
          }
        : undefined;
    },
  }),
  containerCheck({
    ...RESTRICTED,
    id: 'SR06',
    title: 'A container keeps capabilities',
    wrong: ({ security, context }, workload) => {
      const kept = (context?.adds ?? []).filter(
        name => name !== 'NET_BIND_SERVICE',
      );
      if (isForWindows(workload) || (security.dropsAll && kept.length === 0)) {
        return undefined;
      }
      return security.dropsAll
        ? { field: 'securityContext.capabilities.add', value: kept.join(', ') }
        : { field: 'securityContext.capabilities.drop', value: 'not ALL' };
    },
    cause: containers => `${containers} has rights of root in part.`,
    remedy: 'Set capabilities.drop to [ALL], and add NET_BIND_SERVICE at most.',
  }),
  containerCheck({
    ...RESTRICTED,
    id: 'SR07',
    title: 'A container with users of its own sees all of /proc',
    wrong: ({ context }, { podSpec }) =>
      context?.procMount && context.procMount !== 'Default' && podSpec.ownUsers
        ? { field: 'securityContext.procMount', value: context.procMount }
        : undefined,
    cause: containers =>
      `${containers} sees parts of /proc that runtimes hide.`,
    remedy: 'Take procMount away.',
  }),
];

function whose(
  { podSpec }: Workload,
  containers: Workload['podSpec']['containers'],
): string {
  return containers.length === 0 ||
    containers.length === podSpec.containers.length
    ? 'The pod'
    : capital(containersNamed(containers));
}
