import { Node, Pod } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { NODES, PODS } from './resources';

/** The address of a node in its network. */
export function hostAddress({ status }: Node): string | undefined {
  return status.addresses?.find(({ type }) => type === 'InternalIP')?.address;
}

/** A free address of the node's share of the pod network 10.244.0.0/16. */
export function freePodAddress(context: ControllerContext, node: Node): string {
  const index = context
    .list<Node>(NODES)
    .findIndex(({ metadata }) => metadata.uid === node.metadata.uid);
  const taken = new Set(
    context.list<Pod>(PODS).map(({ status }) => status.podIP),
  );
  let host = 4;
  const address = () =>
    `10.244.${(index * 16 + (host >> 8)) & 255}.${host & 255}`;
  while (taken.has(address()) || (host & 255) === 0) {
    host++;
  }
  return address();
}
