import { Container, Node, Pod } from '../objects/workloads';
import { hasCondition } from './conditions';

/**
 * An annotation of a pod (template): its containers end with this exit code
 * each time they start. Nothing runs in a sandbox, so somebody has to say so.
 */
export const EXIT_CODE = 'sandbox.backstage-aks.io/exit-code';

/** An annotation of a node: `stopped` where its kubelet reports no more. */
const KUBELET = 'sandbox.backstage-aks.io/kubelet';

// The registries of the sandbox have every image but those of such a tag.
const MISSING_TAG = /:[\w.-]*-missing$/;

/** Whether no registry has the image of a container. */
export function isImageMissing({ image }: Container): boolean {
  return MISSING_TAG.test(image);
}

/** The code with which the containers of a pod end; absent where they run. */
export function exitCodeOf({ metadata }: Pod): number | undefined {
  const code = Number(metadata.annotations?.[EXIT_CODE] ?? 0);
  return code === 0 ? undefined : code;
}

/**
 * The port at which a container's readiness probe finds nobody: one that the
 * container does not declare, though it declares others.
 */
export function unansweredProbe({
  ports = [],
  readinessProbe,
}: Container): number | string | undefined {
  const port = (readinessProbe?.httpGet ?? readinessProbe?.tcpSocket)?.port;
  const answered = ports.some(
    ({ name, containerPort }) => name === port || containerPort === port,
  );
  return ports.length === 0 || answered ? undefined : port;
}

/** Whether a node's kubelet has gone silent. */
export function isSilent({ metadata }: Node): boolean {
  return metadata.annotations?.[KUBELET] === 'stopped';
}

/** Whether the cluster counts on a node. */
export function isNodeReady({ status }: Node): boolean {
  return hasCondition(status.conditions, 'Ready');
}
