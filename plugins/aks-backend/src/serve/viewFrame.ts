import {
  ServiceSelector,
  Source,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { ScopeNames } from './ScopeNames';
import { ClusterBasis, ServiceBasis } from './ServiceBasis';

/** What a service view was made of, for the reader of the view. */
export function viewFrame(options: {
  entityRef: string;
  selector: ServiceSelector | undefined;
  basis: ServiceBasis;
  found: boolean;
  validUntil: string | undefined;
  scopeNames: ScopeNames;
}): ViewFrame {
  const { entityRef, selector, basis, found, validUntil, scopeNames } = options;
  return {
    entityRef,
    service: serviceState(selector, found),
    ...(selector && { selector: selector.text }),
    sources: basis.clusters.map(sourceOf),
    hidden: basis.hidden,
    ...(validUntil && { validUntil }),
    scopes: basis.clusters.flatMap(({ cluster, namespaces }) =>
      ['', ...namespaces].map(namespace =>
        scopeNames.of(cluster.id, namespace),
      ),
    ),
  };
}

function serviceState(selector: ServiceSelector | undefined, found: boolean) {
  if (!selector) {
    return 'unannotated';
  }
  return found ? 'found' : 'not-found';
}

function sourceOf({ cluster, freshness, kinds }: ClusterBasis): Source {
  const { slug, name, environment } = cluster;
  return {
    cluster: { slug, name, environment },
    freshness,
    kinds: kinds.filter(kind => kind.freshness.state !== 'live'),
  };
}
