import { Freshness, isKnown, kinds } from '@backstage-aks/insight';
import {
  ServiceSelector,
  Source,
  ViewFrame,
} from '@backstage-aks/plugin-aks-common';
import { NAMES_SCOPE } from '../store/scopes';
import { BeyondNamespace } from './NamespaceGate';
import { ScopeNames } from './ScopeNames';
import { ClusterBasis, ServiceBasis } from './ServiceBasis';
import { SERVICE_LABEL_KINDS } from './ServiceReader';
import { ToldSources } from './SourceStates';

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
  /** Clusters on which something of the service was found, by their slugs. */
  foundOn: ReadonlySet<string>;
  validUntil: string | undefined;
  scopeNames: ScopeNames;
}): ViewFrame {
  const { entityRef, selector, basis, beyond, named, foundOn } = options;
  const { validUntil, scopeNames } = options;
  return {
    entityRef,
    service: serviceState(selector, foundOn.size > 0),
    ...(selector && { selector: selector.text }),
    sources: basis.clusters.map(cluster => sourceOf(cluster, foundOn)),
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

function sourceOf(
  { cluster, freshness, sources }: ClusterBasis,
  foundOn: ReadonlySet<string>,
): Source {
  const { slug, name, environment, azurePortal } = cluster;
  return {
    cluster: { slug, name, environment },
    ...(azurePortal && { azurePortal }),
    freshness,
    service: foundOn.has(slug) ? 'found' : notFoundOn(freshness, sources),
    kinds: [...sources.freshness]
      .map(([kind, its]) => ({ kind, freshness: its }))
      .filter(
        ({ kind, freshness: { state } }) =>
          state !== 'live' && !(state === 'absent' && ADD_ONS.has(kind)),
      ),
  };
}

/** Nothing was found: because it is not there, or because that cannot be seen. */
function notFoundOn(
  freshness: Freshness,
  sources: ToldSources,
): NonNullable<Source['service']> {
  const isSeen = SERVICE_LABEL_KINDS.every(kind => {
    const source = sources.freshness.get(kind);
    return source && (isKnown(source) || source.state === 'absent');
  });
  return isKnown(freshness) && isSeen ? 'not-found' : 'not-known';
}
