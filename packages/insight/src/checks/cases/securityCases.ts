import { CheckCase } from './CheckCase';
import {
  container,
  deployment,
  deploymentOf,
  deploymentWith,
  workload,
} from './manifests';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers[0]`;

/** A security context of the container, or of the pod, that is at fault. */
function context(
  check: string,
  name: string,
  parts: {
    of: 'pod' | 'container';
    says: object;
    field: string;
    instead?: object;
    also?: string[];
    warns?: true;
  },
): CheckCase {
  const { of, says, field, instead, also, warns } = parts;
  const manifest = (securityContext: object) =>
    of === 'pod'
      ? deploymentOf({ securityContext })
      : deploymentWith({ securityContext });
  return {
    check,
    name,
    broken: [manifest(says)],
    healthy: [instead ? manifest(instead) : deployment()],
    verdict: warns ? 'warning' : 'broken',
    fields: [`${of === 'pod' ? POD : CONTAINER}.securityContext.${field}`],
    alsoFound: also,
  };
}

export const securityCases: CheckCase[] = [
  context('SB01', 'a process of the host', {
    of: 'container',
    says: { windowsOptions: { hostProcess: true } },
    field: 'windowsOptions.hostProcess',
    instead: { windowsOptions: { hostProcess: false } },
  }),
  {
    check: 'SB02',
    name: 'all namespaces of the node',
    broken: [deploymentOf({ hostNetwork: true, hostPID: true, hostIPC: true })],
    healthy: [
      deploymentOf({ hostNetwork: false, hostPID: false, hostIPC: false }),
    ],
    verdict: 'broken',
    fields: [`${POD}.hostNetwork`, `${POD}.hostPID`, `${POD}.hostIPC`],
  },
  context('SB03', 'every right', {
    of: 'container',
    says: { privileged: true },
    field: 'privileged',
    instead: { privileged: false },
    also: ['SR02'],
  }),
  context('SB04', 'a capability too many', {
    of: 'container',
    says: { capabilities: { add: ['NET_BIND_SERVICE', 'NET_ADMIN'] } },
    field: 'capabilities.add',
    instead: { capabilities: { add: ['NET_BIND_SERVICE'] } },
    also: ['SR06'],
  }),
  {
    check: 'SB05',
    name: 'a directory of the node',
    broken: [
      deploymentOf({ volumes: [{ name: 'x', hostPath: { path: '/x' } }] }),
    ],
    healthy: [deploymentOf({ volumes: [{ name: 'x', emptyDir: {} }] })],
    verdict: 'broken',
    fields: [`${POD}.volumes[0].hostPath`],
    alsoFound: ['WL16'],
  },
  {
    check: 'SB05',
    name: 'an agent that reads its node',
    broken: [
      workload('DaemonSet', {
        spec: {
          template: {
            spec: { volumes: [{ name: 'x', hostPath: { path: '/var/log' } }] },
          },
        },
      }),
    ],
    healthy: [workload('DaemonSet')],
    verdict: 'broken',
    fields: [`${POD}.volumes[0].hostPath`],
  },
  {
    check: 'SB06',
    name: 'a port of the node',
    broken: [
      deploymentWith({
        ports: [{ name: 'http', containerPort: 8080, hostPort: 80 }],
      }),
    ],
    healthy: [
      deploymentWith({
        ports: [{ name: 'http', containerPort: 8080, hostPort: 0 }],
      }),
    ],
    verdict: 'broken',
    fields: [`${CONTAINER}.ports`],
  },
  {
    check: 'SB07',
    name: 'a hook that calls another host',
    broken: [
      deploymentWith({
        lifecycle: { postStart: { httpGet: { host: 'x', port: 80 } } },
      }),
    ],
    healthy: [
      deploymentWith({
        lifecycle: { postStart: { httpGet: { host: '', port: 80 } } },
      }),
    ],
    verdict: 'broken',
    fields: [`${CONTAINER}.lifecycle.postStart.httpGet.host`],
  },
  context('SB08', 'AppArmor off for a container', {
    of: 'container',
    says: { appArmorProfile: { type: 'Unconfined' } },
    field: 'appArmorProfile.type',
    instead: { appArmorProfile: { type: 'RuntimeDefault' } },
  }),
  context('SB08', 'AppArmor off for the pod', {
    of: 'pod',
    says: { appArmorProfile: { type: 'Unconfined' } },
    field: 'appArmorProfile.type',
    instead: { appArmorProfile: { type: 'Localhost' } },
  }),
  context('SB09', 'a type of SELinux', {
    of: 'pod',
    says: { seLinuxOptions: { type: 'spc_t' } },
    field: 'seLinuxOptions.type',
    instead: { seLinuxOptions: { type: 'container_t' } },
  }),
  context('SB09', 'a user of SELinux', {
    of: 'container',
    says: { seLinuxOptions: { user: 'system_u' } },
    field: 'seLinuxOptions.user',
    instead: { seLinuxOptions: { level: 's0' } },
  }),
  context('SB10', 'all of /proc', {
    of: 'container',
    says: { procMount: 'Unmasked' },
    field: 'procMount',
    instead: { procMount: 'Default' },
  }),
  context('SB11', 'no seccomp for the pod', {
    of: 'pod',
    says: { seccompProfile: { type: 'Unconfined' } },
    field: 'seccompProfile.type',
    instead: { seccompProfile: { type: 'Localhost' } },
  }),
  context('SB11', 'no seccomp for a container', {
    of: 'container',
    says: { seccompProfile: { type: 'Unconfined' } },
    field: 'seccompProfile.type',
    instead: { seccompProfile: { type: 'RuntimeDefault' } },
  }),
  context('SB12', 'an unsafe kernel parameter', {
    of: 'pod',
    says: {
      sysctls: [{ name: 'net.ipv4.tcp_rmem' }, { name: 'kernel.msgmax' }],
    },
    field: 'sysctls[1].name',
    instead: { sysctls: [{ name: 'net.ipv4.tcp_wmem' }] },
  }),
  {
    check: 'SB13',
    name: 'the annotation of before',
    broken: [annotated('unconfined')],
    healthy: [annotated('runtime/default')],
    verdict: 'broken',
    fields: [
      'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]',
    ],
  },
  {
    check: 'SR01',
    name: 'a share by address',
    broken: [
      deploymentOf({
        volumes: [
          { name: 'tmp', emptyDir: {} },
          { name: 'x', nfs: { server: 'nfs', path: '/x' } },
        ],
      }),
    ],
    healthy: [
      deploymentOf({
        volumes: [
          { name: 'x', csi: { driver: 'file.csi.azure.com' } },
          { name: 'y', downwardAPI: {} },
        ],
      }),
    ],
    verdict: 'warning',
    fields: [`${POD}.volumes[1].nfs`],
  },
  context('SR02', 'escalation by default', {
    of: 'container',
    says: { allowPrivilegeEscalation: undefined },
    field: 'allowPrivilegeEscalation',
    warns: true,
  }),
  context('SR03', 'a container that undoes what the pod says', {
    of: 'container',
    says: { runAsNonRoot: false },
    field: 'runAsNonRoot',
    instead: { runAsNonRoot: true },
    warns: true,
  }),
  {
    check: 'SR03',
    name: 'a pod that allows root outright',
    broken: [deploymentOf({ securityContext: { runAsNonRoot: false } })],
    healthy: [
      deploymentOf({
        hostUsers: false,
        securityContext: { runAsNonRoot: undefined },
      }),
    ],
    verdict: 'warning',
    fields: [
      `${POD}.securityContext.runAsNonRoot`,
      `${CONTAINER}.securityContext.runAsNonRoot`,
    ],
  },
  context('SR04', 'the user root', {
    of: 'pod',
    says: { runAsUser: 0 },
    field: 'runAsUser',
    instead: { runAsUser: 1000 },
    warns: true,
  }),
  {
    check: 'SR05',
    name: 'no seccomp profile',
    broken: [deploymentOf({ securityContext: { seccompProfile: undefined } })],
    healthy: [
      deploymentOf({
        os: { name: 'windows' },
        securityContext: { seccompProfile: undefined },
      }),
    ],
    verdict: 'warning',
    fields: [`${CONTAINER}.securityContext.seccompProfile`],
  },
  context('SR06', 'capabilities kept', {
    of: 'container',
    says: { capabilities: undefined },
    field: 'capabilities.drop',
    warns: true,
  }),
  context('SR06', 'a usual capability given back', {
    of: 'container',
    says: { capabilities: { add: ['CHOWN'] } },
    field: 'capabilities.add',
    instead: { capabilities: { add: ['NET_BIND_SERVICE'] } },
    warns: true,
  }),
  {
    check: 'SR07',
    name: 'all of /proc with users of its own',
    broken: [
      deploymentOf({
        hostUsers: false,
        containers: [container({ securityContext: { procMount: 'Unmasked' } })],
      }),
    ],
    healthy: [deploymentOf({ hostUsers: false })],
    verdict: 'warning',
    fields: [`${CONTAINER}.securityContext.procMount`],
  },
];

function annotated(profile: string) {
  return deployment({
    template: {
      metadata: {
        annotations: {
          'container.apparmor.security.beta.kubernetes.io/app': profile,
        },
      },
    },
  });
}
