import { Meter } from './Meter';

/** What collecting counts and times. */
export type CollectInstruments = ReturnType<typeof collectInstruments>;

/** Makes them, by the names under which dashboards know them. */
export function collectInstruments(meter: Meter) {
  return {
    requests: meter.createCounter('aks.collect.requests', {
      description: 'Requests to API servers, by what came of them',
      unit: '{request}',
    }),
    failures: meter.createCounter('aks.collect.failures', {
      description: 'Listings and watches that failed, by reason',
      unit: '{failure}',
    }),
    breakerOpen: meter.createObservableGauge('aks.collect.breaker.open', {
      description: '1 while a cluster does not answer and reflectors wait',
    }),
    budgetWaiting: meter.createObservableGauge('aks.collect.budget.waiting', {
      description: 'Requests that wait because the cluster was asked enough',
      unit: '{request}',
    }),
    lists: meter.createCounter('aks.collect.lists', {
      description: 'Complete listings of a kind',
      unit: '{list}',
    }),
    relists: meter.createCounter('aks.collect.relists', {
      description: 'Those of them that were not the first of the kind',
      unit: '{list}',
    }),
    events: meter.createCounter('aks.collect.watch.events', {
      description: 'Events that watches sent, bookmarks included',
      unit: '{event}',
    }),
    batch: meter.createHistogram('aks.collect.batch.size', {
      description: 'Changed objects in one write of watched events',
      unit: '{object}',
      advice: { explicitBucketBoundaries: [0, 1, 2, 5, 10, 15, 20, 25] },
    }),
    firstSync: meter.createHistogram('aks.collect.first_sync.duration', {
      description:
        'From the first answer of a new cluster until every kind was listed or refused',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [1, 2, 5, 10, 20, 30, 60, 120, 300, 600],
      },
    }),
  };
}
