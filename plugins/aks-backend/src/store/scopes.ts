import { ObjectRef } from '@backstage-aks/insight';

/**
 * What has a version of its own: a namespace, under its name, and the
 * cluster-scoped records of one kind. Nodes change all the time; that must not
 * make every view of the cluster be computed again.
 */
export function clusterScope(kind: string): string {
  // No namespace is called so.
  return `/${kind}`;
}

/**
 * Stands for the host names and addresses of a cluster: raised when an object
 * takes one, in whatever namespace. Views that show names follow it, as another
 * object of the same name may concern them.
 */
export const NAMES_SCOPE = '/names';

/**
 * The scopes whose version a change of these objects raises. A Namespace object
 * counts for two: it is cluster-scoped, and views of its namespace read it.
 */
export function scopesOf(touched: readonly ObjectRef[]): string[] {
  return [
    ...new Set(
      touched.flatMap(({ kind, namespace, name }) => {
        const scope = namespace === '' ? clusterScope(kind) : namespace;
        return kind === 'Namespace' ? [scope, name] : [scope];
      }),
    ),
  ];
}
