import { Freshness } from '@backstage-aks/insight';
import { withinCluster } from './withinCluster';

const since = '2026-11-28T09:40:00.000Z';
const LIVE: Freshness = { state: 'live' };

const refused: Freshness = {
  state: 'stale',
  since: '2026-11-28T09:50:00.000Z',
  reason: 'unauthorized',
  message: 'The API server answered 401',
};
const stopped: Freshness = {
  state: 'stale',
  since,
  reason: 'interrupted',
  message: 'The portal stopped watching then',
};

describe('withinCluster', () => {
  it.each<[string, Freshness, Freshness, Freshness]>([
    [
      'takes the reason of a cluster that refuses the portal, and keeps its moment',
      stopped,
      refused,
      { ...refused, since },
    ],
    [
      'takes the reason of a cluster that was never reached',
      { state: 'unreachable', reason: 'lost' },
      { state: 'unreachable', reason: 'refused' },
      { state: 'unreachable', reason: 'refused' },
    ],
    ['keeps what it met where the cluster is live', stopped, LIVE, stopped],
    [
      'keeps what it met where the portal merely stopped',
      { state: 'stale', reason: 'server' },
      stopped,
      { state: 'stale', reason: 'server' },
    ],
    [
      'keeps its own words for the same reason',
      { state: 'stale', reason: 'unauthorized', message: 'pods: 401' },
      refused,
      { state: 'stale', reason: 'unauthorized', message: 'pods: 401' },
    ],
    [
      'stays forbidden',
      { state: 'forbidden' },
      refused,
      { state: 'forbidden' },
    ],
    ['stays absent', { state: 'absent' }, refused, { state: 'absent' }],
    ['stays live', LIVE, refused, LIVE],
  ])('a kind %s', (_, kind, cluster, expected) => {
    expect(withinCluster(kind, cluster)).toEqual(expected);
  });
});
