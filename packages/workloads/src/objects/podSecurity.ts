import type { IContainer, IPodSpec } from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { lean } from './Manifest';

// The restricted level of the Pod Security Standards, which no namespace refuses:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/.

// Any number does: the program gets it as one more group.
const DISK_GROUP = 2000;

/** Whether the pods have disks, which belong to root at first. */
export function hasDisk({ storage }: WorkloadIntent): boolean {
  return storage?.type === 'own-disks' || storage?.type === 'one-disk';
}

/** What the pod as a whole may do. */
export function podSecurity(
  intent: WorkloadIntent,
): Pick<IPodSpec, 'securityContext'> {
  const { runAsUser, runAsGroup, fsGroup } = intent.security;
  const disk = hasDisk(intent);
  return {
    securityContext: lean<NonNullable<IPodSpec['securityContext']>>({
      runAsNonRoot: true,
      runAsUser,
      runAsGroup,
      fsGroup: fsGroup ?? (disk ? runAsGroup ?? DISK_GROUP : undefined),
      // Else every file of the disk would be looked at at each start.
      fsGroupChangePolicy: disk ? 'OnRootMismatch' : undefined,
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
