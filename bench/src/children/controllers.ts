import { KubernetesObject } from '@backstage-aks/sandbox';
import { setTimeout } from 'node:timers/promises';
import { Refusal, ServerConnection } from './ServerConnection';

const PAUSE_MILLISECONDS = 500;
const LOOKS_FOR_CONTROLLERS = 10;
const PATIENCE_MILLISECONDS = 600_000;

/**
 * Whether the controllers of Kubernetes run, which a new namespace shows: they
 * give it a ServiceAccount at once.
 */
export async function hasControllers(
  connection: ServerConnection,
  namespace: string,
): Promise<boolean> {
  for (let looks = 0; looks < LOOKS_FOR_CONTROLLERS; looks += 1) {
    try {
      await connection.read(
        `/api/v1/namespaces/${namespace}/serviceaccounts/default`,
      );
      return true;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 404)) {
        throw error;
      }
      await setTimeout(PAUSE_MILLISECONDS);
    }
  }
  return false;
}

interface PodNames {
  items: { metadata: { name: string } }[];
}

/**
 * Waits until controllers have made the pods of a namespace, and writes their
 * status as if they ran: that of the generated pods, one for each.
 */
export async function runPods(
  connection: ServerConnection,
  namespace: string,
  generated: readonly KubernetesObject[],
): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const { items } = await connection.read<PodNames>(path);
    if (items.length >= generated.length) {
      for (const [index, { status }] of generated.entries()) {
        const { name } = items[index].metadata;
        await connection.write('PATCH', `${path}/${name}/status`, { status });
      }
      return;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `The controllers of ${connection.server} have made ${items.length} of the ${generated.length} pods of ${namespace} in ten minutes`,
      );
    }
    await setTimeout(PAUSE_MILLISECONDS);
  }
}
