import { Remedy } from '../exposure';
import { Manager, ObjectRef } from '../records/base';
import { shellQuote } from './shellQuote';

const TOOLS: Record<Manager['tool'], string> = {
  'argo-cd': 'Argo CD',
  flux: 'Flux',
  helm: 'Helm',
};

/**
 * A remedy that changes an object. Where a tool keeps the object, the change
 * belongs at the tool's source, and no command is offered that it would undo.
 */
export function change(
  object: ObjectRef & { manager?: Manager },
  remedy: Remedy,
): Remedy {
  const { kind, name, manager } = object;
  if (!manager) {
    return remedy;
  }
  const tool = TOOLS[manager.tool];
  const keeper = manager.name ? `${tool} (${manager.name})` : tool;
  return {
    text: `${remedy.text} ${keeper} keeps the ${kind} ${name}: make the change in its source, as one made on the cluster would be undone.`,
  };
}

/**
 * A `kubectl` command on objects of one namespace, its words escaped; of no
 * namespace where that is empty.
 */
export function kubectl(namespace: string, ...words: string[]): string {
  const scope = namespace === '' ? [] : [`--namespace=${namespace}`];
  return ['kubectl', ...scope, ...words].map(shellQuote).join(' ');
}

/** The `kubectl` command that patches one object. */
export function kubectlPatch(
  { kind, namespace, name }: ObjectRef,
  patch: { type: 'merge' | 'json'; body: unknown },
): string {
  return kubectl(
    namespace,
    'patch',
    `${kind.toLowerCase()}/${name}`,
    `--type=${patch.type}`,
    `--patch=${JSON.stringify(patch.body)}`,
  );
}
