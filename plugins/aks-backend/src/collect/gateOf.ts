import { collectionPath, kinds } from '@backstage-aks/insight';
import { RequestGate } from '@backstage-aks/plugin-aks-node';
import { ClusterMetrics } from '../metrics/ClusterMetrics';
import { RequestBudget } from './RequestBudget';

// How long a cluster that is overloaded and does not say is left alone.
const REST_MILLISECONDS = 1000;

const KINDS: ReadonlyMap<string, string> = new Map(
  kinds.map(kind => [collectionPath(kind), kind.kind]),
);

const NAMESPACED = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/namespaces\/[^/]+(\/.+)/;

const NEVER = new AbortController().signal;

/** Keeps requests within a cluster's budget, and counts them. */
export function gateOf(
  budget: RequestBudget,
  metrics: ClusterMetrics,
): RequestGate {
  return {
    enter: (_, signal = NEVER) => budget.take(signal),
    answered({ verb, path }, failure) {
      const kind = KINDS.get(path.replace(NAMESPACED, '$1$2'));
      metrics.requested({ verb, kind, outcome: failure?.reason ?? 'ok' });
      if (failure?.overloaded) {
        budget.rest(failure.retryAfter ?? REST_MILLISECONDS);
      }
    },
  };
}
