import { Source } from '@backstage-aks/plugin-aks-common';
import { production, staging } from '../__testUtils__/clusters';
import { asOf, asOfAll, staleClusters } from './staleClusters';

const since = '2026-11-28T14:05:00.000Z';
const earlier = '2026-11-28T14:00:00.000Z';
const moment = Date.parse(since);

const live = { state: 'live' as const };
const stale = { state: 'stale' as const, since };

const source = (changes: Partial<Source>): Source => ({
  cluster: production,
  freshness: live,
  kinds: [],
  ...changes,
});

const kind = (name: string, freshness: Source['freshness']) => ({
  kinds: [{ kind: name, freshness }],
});

const way = (cluster = production, routeKind = 'Ingress') => ({
  cluster,
  route: { kind: routeKind },
});

describe('asOf', () => {
  it.each<[string, Partial<Source>, object | undefined]>([
    ['is live', {}, undefined],
    ['is stale', { freshness: stale }, { moment }],
    ['is stale since nobody knows when', { freshness: { state: 'stale' } }, {}],
    ['was never reached', { freshness: { state: 'unreachable' } }, undefined],
    ['has stale pods', kind('Pod', stale), { moment }],
    ['has stale objects off the way', kind('CronJob', stale), undefined],
    ['may not read pods', kind('Pod', { state: 'forbidden' }), undefined],
    [
      'is stale, and its pods for longer',
      {
        freshness: stale,
        ...kind('Pod', { state: 'stale', since: earlier }),
      },
      { moment: Date.parse(earlier) },
    ],
  ])('of a cluster that %s', (_, changes, expected) => {
    const found = staleClusters([source(changes)]);
    expect(asOf(way(), found)).toEqual(expected);
  });

  it.each([
    ['Ingress', 'HTTPRoute', undefined],
    ['Ingress', 'GRPCRoute', undefined],
    ['Ingress', 'TLSRoute', undefined],
    ['Ingress', 'Gateway', undefined],
    ['Ingress', 'ListenerSet', undefined],
    ['Service', 'ListenerSet', undefined],
    ['HTTPRoute', 'ListenerSet', { moment }],
    ['TLSRoute', 'Gateway', { moment }],
    ['Gateway', 'HTTPRoute', { moment }],
    ['HTTPRoute', 'Pod', { moment }],
    ['Service', 'EndpointSlice', { moment }],
  ])('of a way in by %s where %s is stale', (routeKind, stales, expected) => {
    const found = staleClusters([source(kind(stales, stale))]);
    expect(asOf(way(production, routeKind), found)).toEqual(expected);
  });
});

describe('asOfAll', () => {
  const onProduction = way();
  const onStaging = way(staging);
  const found = staleClusters([
    source({ freshness: stale }),
    source({ cluster: staging }),
  ]);

  it.each([
    [
      'all are of then',
      [onProduction, onProduction],
      { moment, partly: false },
    ],
    ['some are of then', [onProduction, onStaging], { moment, partly: true }],
    ['all are of now', [onStaging], undefined],
    ['there are none', [], undefined],
  ])('where %s', (_, ways, expected) => {
    expect(asOfAll(ways, found)).toEqual(expected);
  });
});
