import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { lean } from './Manifest';

// The restricted level of the Pod Security Standards, which no namespace refuses:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/.

/** What the pod as a whole may do. */
export function podSecurity({
  security,
}: WorkloadIntent): Pick<IPodSpec, 'securityContext'> {
  const { runAsUser, runAsGroup, fsGroup } = security;
  return {
    securityContext: lean<NonNullable<IPodSpec['securityContext']>>({
      runAsNonRoot: true,
      runAsUser,
      runAsGroup,
      fsGroup,
      seccompProfile: { type: 'RuntimeDefault' },
    }),
  };
}

/** What the program's container may do. */
export function containerSecurity({
  security,
}: WorkloadIntent): IContainer['securityContext'] {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: security.readOnlyRootFilesystem,
  };
}
