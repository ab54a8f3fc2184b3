import { PersistentVolume, PersistentVolumeClaim } from '../objects/storage';
import { Node, Pod } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { PERSISTENT_VOLUMES } from './resources';
import { claimsOf, classOf, waitsForConsumer } from './volumeClaims';

const DISK_ZONE = 'topology.disk.csi.azure.com/zone';
const ZONE = 'topology.kubernetes.io/zone';

/** What the volumes of a pod mean for its place. */
export interface VolumeFit {
  /** Why it can go nowhere. */
  refusal?: string;
  /** Claims that get their volume once the pod has a node. */
  unbound: PersistentVolumeClaim[];
  /** Why it cannot go to a node. */
  refusalOf(node: Node): string | undefined;
}

/** Looks at the claims that a pod mounts. */
export function volumeFit(context: ControllerContext, pod: Pod): VolumeFit {
  const claims = claimsOf(context, pod);
  const missing = claims.find(({ claim }) => claim === undefined);
  const present = claims.flatMap(({ claim }) => (claim ? [claim] : []));
  const unbound = present.filter(({ status }) => status.phase !== 'Bound');
  const volumes = present.flatMap(({ spec }) => {
    const volume = context.find<PersistentVolume>(
      PERSISTENT_VOLUMES,
      spec.volumeName ?? '',
    );
    return volume ? [volume] : [];
  });
  return {
    refusal: missing
      ? `persistentvolumeclaim "${missing.name}" not found`
      : unboundRefusal(context, unbound),
    unbound,
    refusalOf: node =>
      volumes.every(volume => reaches(volume, node))
        ? undefined
        : 'node(s) had volume node affinity conflict',
  };
}

function unboundRefusal(
  context: ControllerContext,
  unbound: PersistentVolumeClaim[],
): string | undefined {
  const isImmediate = unbound.some(claim => {
    const storageClass = classOf(context, claim);
    return !storageClass || !waitsForConsumer(storageClass);
  });
  return isImmediate
    ? 'pod has unbound immediate PersistentVolumeClaims'
    : undefined;
}

function reaches({ spec }: PersistentVolume, node: Node): boolean {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms;
  const labels = node.metadata.labels ?? {};
  const valueOf = (key: string) =>
    labels[key] ?? (key === DISK_ZONE ? labels[ZONE] : undefined);
  return (
    !terms ||
    terms.some(({ matchExpressions = [] }) =>
      matchExpressions.every(
        ({ key, operator, values = [] }) =>
          operator !== 'In' || values.includes(valueOf(key) ?? ''),
      ),
    )
  );
}
