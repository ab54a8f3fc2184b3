import { Edge, Relation } from '../edge';
import { isNamespacedKind, kindName } from '../kinds';
import { ObjectRef } from '../records/base';
import { fieldsAt, nameIn } from './fields';
import { groupOf } from './metadata';

/**
 * How a reference is read where it leaves something out, as the description of
 * its field says.
 */
interface Defaults {
  namespace: string;
  kind?: string;
  group?: string;
}

/**
 * The object that a reference names, in whichever of Kubernetes' two forms:
 * `{ apiVersion, kind, name }` or `{ group, kind, name, namespace }`.
 */
export function referenceIn(
  value: unknown,
  defaults: Defaults,
): ObjectRef | undefined {
  const fields = fieldsAt(value);
  const name = nameIn(fields.name);
  const written = nameIn(fields.kind) ?? defaults.kind;
  if (name === undefined || written === undefined) {
    return undefined;
  }
  const group = groupIn(value) ?? defaults.group ?? '';
  if (group !== '' && nameIn(group) === undefined) {
    return undefined;
  }
  const kind = kindName(group, written);
  const namespace = nameIn(fields.namespace) ?? defaults.namespace;
  return refTo(kind, namespace, name);
}

/** A reference to an object in a namespace, or to a cluster-scoped one. */
export function refTo(
  kind: string,
  namespace: string,
  name: string,
): ObjectRef {
  return {
    kind,
    namespace: isNamespacedKind(kind) === false ? '' : namespace,
    name,
  };
}

/** One edge to each of several objects; those that are not there are skipped. */
export function edgesTo(
  relation: Relation,
  targets: readonly (ObjectRef | undefined)[],
): Edge[] {
  const seen = new Set<string>();
  return targets.flatMap(to => {
    const key = to && `${to.kind}/${to.namespace}/${to.name}`;
    if (!to || !key || seen.has(key)) {
      return [];
    }
    seen.add(key);
    return [{ relation, to }];
  });
}

/** The group that a reference names; undefined where it names none. */
function groupIn(value: unknown): string | undefined {
  const { apiVersion, group } = fieldsAt(value);
  if (typeof apiVersion === 'string' && apiVersion !== '') {
    return groupOf(apiVersion);
  }
  return typeof group === 'string' ? group : undefined;
}
