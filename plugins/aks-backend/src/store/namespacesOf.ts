import { ObjectRef } from '@backstage-aks/insight';

/**
 * The namespaces whose version a change of these objects raises; the empty
 * name stands for cluster-scoped objects. A Namespace object counts for both:
 * it is cluster-scoped, and views of its namespace read it.
 */
export function namespacesOf(touched: readonly ObjectRef[]): string[] {
  return [
    ...new Set(
      touched.flatMap(({ kind, namespace, name }) =>
        kind === 'Namespace' ? [namespace, name] : [namespace],
      ),
    ),
  ];
}
