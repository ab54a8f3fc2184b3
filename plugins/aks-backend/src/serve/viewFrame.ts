import { kinds } from '@backstage-aks/insight';
import {
  ServiceSelector,
  Source,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { NAMES_SCOPE } from '../store/scopes';
import { BeyondNamespace } from './NamespaceGate';
import { ScopeNames } from './ScopeNames';
import { ClusterBasis, ServiceBasis } from './ServiceBasis';

// A cluster that does not have an add-on lacks nothing.
const ADD_ONS: ReadonlySet<string> = new Set(
  kinds.filter(({ custom }) => custom).map(({ kind }) => kind),
);

/** What a service view was made of, for the reader of the view. */
export function viewFrame(options: {
  entityRef: string;
  selector: ServiceSelector | undefined;
  basis: ServiceBasis;
  beyond: readonly {
    clusterId: string;
    namespaces: readonly BeyondNamespace[];
  }[];
  named: readonly { clusterId: string }[];
  found: boolean;
  validUntil: string | undefined;
  scopeNames: ScopeNames;
}): ViewFrame {
  const { entityRef, selector, basis, beyond, named, found } = options;
  const { validUntil, scopeNames } = options;
  return {
    entityRef,
    service: serviceState(selector, found),
    ...(selector && { selector: selector.text }),
    sources: basis.clusters.map(sourceOf),
    hidden: basis.hidden,
    ...(validUntil && { validUntil }),
    scopes: [
      ...basis.clusters.flatMap(({ cluster, namespaces }) =>
        ['', ...namespaces].map(scope => scopeNames.of(cluster.id, scope)),
      ),
      ...named.map(({ clusterId }) => scopeNames.of(clusterId, NAMES_SCOPE)),
      ...beyond.flatMap(({ clusterId, namespaces }) =>
        namespaces
          .filter(({ version }) => version !== undefined)
          .map(({ name }) => scopeNames.of(clusterId, name)),
      ),
    ],
  };
}

function serviceState(selector: ServiceSelector | undefined, found: boolean) {
  if (!selector) {
    return 'unannotated';
  }
  return found ? 'found' : 'not-found';
}

function sourceOf({ cluster, freshness, sources }: ClusterBasis): Source {
  const { slug, name, environment, azurePortal } = cluster;
  return {
    cluster: { slug, name, environment },
    ...(azurePortal && { azurePortal }),
    freshness,
    kinds: [...sources.freshness]
      .map(([kind, its]) => ({ kind, freshness: its }))
      .filter(
        ({ kind, freshness: { state } }) =>
          state !== 'live' && !(state === 'absent' && ADD_ONS.has(kind)),
      ),
  };
}
