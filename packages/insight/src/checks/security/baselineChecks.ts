import { Check } from '../Check';
import {
  at,
  capital,
  containerCheck,
  containersNamed,
  workloadCheck,
} from '../define';
import { contextCheck, STANDARDS } from './contexts';

const BASELINE = {
  ...STANDARDS,
  severity: 'error',
  level: 'baseline',
} as const;

// What container runtimes give without being asked.
const DEFAULT_CAPABILITIES = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL'],
  ...['MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID'],
  'SYS_CHROOT',
];

// The last four since 1.29, 1.32 and, the first of them, 1.27.
const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
];

const SELINUX_TYPES = [
  ...['container_t', 'container_init_t', 'container_kvm_t'],
  'container_engine_t',
];

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io';

const SHARED: Readonly<Record<string, string>> = {
  hostNetwork: 'network',
  hostPID: 'processes',
  hostIPC: 'shared memory',
};

/** The controls of the level `baseline`, which AKS Automatic enforces. */
export const baselineChecks: readonly Check[] = [
  contextCheck({
    ...BASELINE,
    id: 'SB01',
    title: 'A container is a process of the Windows host',
    wrong: ({ hostProcess }) =>
      hostProcess && { field: 'windowsOptions.hostProcess', value: 'true' },
    cause: who => `${who} runs on the node itself, with all of its rights.`,
    remedy: 'Take windowsOptions.hostProcess away.',
  }),
  workloadCheck({
    ...BASELINE,
    id: 'SB02',
    title: 'Pods share namespaces with their node',
    judge({ record, podSpec: { hostNetwork, hostNamespaces = [] }, path }) {
      const fields = [
        ...(hostNetwork ? ['hostNetwork'] : []),
        ...hostNamespaces.map(name => `host${name.toUpperCase()}`),
      ];
      return fields.length > 0
        ? {
            cause: `They see the ${fields
              .map(field => SHARED[field])
              .join(' and the ')} of the node, past what separates pods.`,
            remedy: { text: `Take ${fields.join(' and ')} away.` },
            evidence: fields.map(field =>
              at(record, `${path}.${field}`, 'true'),
            ),
          }
        : undefined;
    },
  }),
  containerCheck({
    ...BASELINE,
    id: 'SB03',
    title: 'A container is privileged',
    wrong: ({ security }) =>
      security.privileged
        ? { field: 'securityContext.privileged', value: 'true' }
        : undefined,
    cause: containers => `${containers} may do anything on its node.`,
    remedy: 'Take privileged away, and add single capabilities if any.',
  }),
  containerCheck({
    ...BASELINE,
    id: 'SB04',
    title: 'A container has more capabilities than the usual',
    wrong: ({ context }) => {
      const more = (context?.adds ?? []).filter(
        name => !DEFAULT_CAPABILITIES.includes(name),
      );
      return more.length > 0
        ? { field: 'securityContext.capabilities.add', value: more.join(', ') }
        : undefined;
    },
    cause: containers =>
      `${containers} is given capabilities beyond those that every container has.`,
    remedy: 'Take them away from capabilities.add.',
  }),
  workloadCheck({
    ...BASELINE,
    id: 'SB05',
    title: 'Pods mount directories of their node',
    judge({ record, podSpec: { directVolumes = [] }, path }) {
      const paths = directVolumes.filter(({ type }) => type === 'hostPath');
      return paths.length > 0
        ? {
            cause:
              'A directory of the node lets its pods read, or change, what belongs to the node and to other pods.',
            remedy: {
              text:
                record.kind === 'DaemonSet'
                  ? 'Mount a claim, an emptyDir or a projected volume instead. An agent that is there to read its node, such as a collector of logs, cannot: mount read-only what it needs, and give it a namespace of its own with the label pod-security.kubernetes.io/enforce: privileged.'
                  : 'Mount a claim, an emptyDir or a projected volume instead.',
            },
            evidence: paths.map(({ index }) =>
              at(record, `${path}.volumes[${index}].hostPath`, 'hostPath'),
            ),
          }
        : undefined;
    },
  }),
  containerCheck({
    ...BASELINE,
    id: 'SB06',
    title: 'A container takes a port of its node',
    wrong: ({ hostPorts }) =>
      hostPorts.length > 0
        ? { field: 'ports', value: `hostPort ${hostPorts.join(', ')}` }
        : undefined,
    cause: containers =>
      `${containers} can be reached at the node’s address, past Services and policies, and only one such pod fits on a node.`,
    remedy: 'Take hostPort away and write a Service.',
  }),
  containerCheck({
    ...BASELINE,
    id: 'SB07',
    title: 'A probe or hook asks another host',
    wrong: ({ hostFields = [] }) =>
      hostFields.length > 0
        ? { field: hostFields[0], value: 'another host' }
        : undefined,
    cause: containers =>
      `${containers} lets the node send requests to a host of its choice (not allowed since Kubernetes 1.34).`,
    remedy: 'Take the field host away: the pod itself is asked then.',
  }),
  contextCheck({
    ...BASELINE,
    id: 'SB08',
    title: 'AppArmor is switched off',
    wrong: ({ appArmor }) =>
      appArmor && !['RuntimeDefault', 'Localhost'].includes(appArmor)
        ? { field: 'appArmorProfile.type', value: appArmor }
        : undefined,
    cause: who => `${who} has no AppArmor profile that limits it.`,
    remedy: 'Take appArmorProfile away, or set its type to RuntimeDefault.',
  }),
  workloadCheck({
    ...BASELINE,
    id: 'SB13',
    title: 'An annotation switches AppArmor off',
    judge({ record, podSpec, metadataPath }) {
      const loose = podSpec.containers.filter(
        ({ appArmorAnnotation: profile }) =>
          profile &&
          profile !== 'runtime/default' &&
          !profile.startsWith('localhost/'),
      );
      return loose.length > 0
        ? {
            cause: `${capital(
              containersNamed(loose),
            )} has no AppArmor profile that limits it.`,
            remedy: { text: `Take the annotation ${APP_ARMOR} away.` },
            evidence: loose.map(({ container, appArmorAnnotation }) =>
              at(
                record,
                `${metadataPath}.annotations[${APP_ARMOR}/${container}]`,
                appArmorAnnotation,
              ),
            ),
          }
        : undefined;
    },
  }),
  contextCheck({
    ...BASELINE,
    id: 'SB09',
    title: 'SELinux options of one’s own',
    wrong: ({ seLinuxType, seLinuxOptions: [option] = [] }) =>
      seLinuxType && !SELINUX_TYPES.includes(seLinuxType)
        ? { field: 'seLinuxOptions.type', value: seLinuxType }
        : option && { field: `seLinuxOptions.${option}`, value: 'set' },
    cause: who =>
      `${who} asks for an SELinux context other than that of containers.`,
    remedy: 'Take seLinuxOptions away.',
  }),
  containerCheck({
    ...BASELINE,
    id: 'SB10',
    title: 'A container sees all of /proc',
    // With users of its own, a pod may.
    wrong: ({ context }, { podSpec }) =>
      context?.procMount && context.procMount !== 'Default' && !podSpec.ownUsers
        ? { field: 'securityContext.procMount', value: context.procMount }
        : undefined,
    cause: containers =>
      `${containers} sees parts of /proc that runtimes hide.`,
    remedy: 'Take procMount away.',
  }),
  contextCheck({
    ...BASELINE,
    id: 'SB11',
    title: 'Seccomp is switched off',
    wrong: ({ seccomp }) =>
      seccomp && !['RuntimeDefault', 'Localhost'].includes(seccomp)
        ? { field: 'seccompProfile.type', value: seccomp }
        : undefined,
    cause: who => `${who} may make every system call there is.`,
    remedy: 'Set seccompProfile.type to RuntimeDefault.',
  }),
  workloadCheck({
    ...BASELINE,
    id: 'SB12',
    title: 'Pods set kernel parameters that are not safe',
    judge({ record, podSpec: { sysctls = [] }, path }) {
      const unsafe = sysctls.filter(name => !SAFE_SYSCTLS.includes(name));
      return unsafe.length > 0
        ? {
            cause: `What they set may touch other pods (${unsafe.join(
              ', ',
            )}), and a node starts no pod with it unless it was told to allow it.`,
            remedy: { text: 'Take them away from securityContext.sysctls.' },
            evidence: unsafe.map(name =>
              at(
                record,
                `${path}.securityContext.sysctls[${sysctls.indexOf(
                  name,
                )}].name`,
                name,
              ),
            ),
          }
        : undefined;
    },
  }),
];
