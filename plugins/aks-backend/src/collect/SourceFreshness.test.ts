import { Freshness } from '@backstage-aks/insight';
import {
  ClusterError,
  ClusterErrorReason,
} from '@backstage-aks/plugin-aks-node';
import { SourceFreshness } from './SourceFreshness';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

function sourceOf(stored: Freshness, known: boolean) {
  let now = START;
  const written: Freshness[] = [];
  const notes: string[] = [];
  const freshness = new SourceFreshness({
    stored,
    known,
    grace: 5000,
    clock: () => now,
    write: async next => {
      written.push(next);
    },
    note: async ({ message }) => {
      notes.push(message);
    },
  });
  return {
    freshness,
    written,
    notes,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

const error = (reason: ClusterErrorReason, message = 'why') =>
  new ClusterError(reason, message);

describe('SourceFreshness', () => {
  it.each<[ClusterErrorReason, boolean, Freshness['state']]>([
    ['forbidden', false, 'forbidden'],
    ['forbidden', true, 'forbidden'],
    ['not-found', true, 'absent'],
    ['refused', false, 'unreachable'],
    ['refused', true, 'stale'],
    ['malformed', false, 'unreachable'],
    ['unresolved', false, 'unreachable'],
    ['tls', false, 'unreachable'],
    ['unauthorized', false, 'unreachable'],
    ['unauthorized', true, 'stale'],
  ])('after %s, known before: %s, is %s', async (reason, known, state) => {
    const source = sourceOf({ state: 'pending' }, known);
    await source.freshness.failed(error(reason));
    expect(source.written).toEqual([
      {
        state,
        since: at(0),
        ...(['stale', 'unreachable'].includes(state) && { reason }),
        message: 'why',
      },
    ]);
  });

  it('tells nothing of a failure that passes at once', async () => {
    const source = sourceOf({ state: 'live' }, true);
    await source.freshness.failed(error('lost'));
    expect(source.freshness.current).toBe(false);
    source.pass(4);
    await source.freshness.review();
    await source.freshness.succeeded();
    expect(source.freshness.current).toBe(true);
    source.pass(4);
    await source.freshness.review();
    expect(source.written).toEqual([]);
    expect(source.notes).toEqual(['why']);
  });

  it('tells of a failure that lasts, from when it began', async () => {
    const source = sourceOf({ state: 'live' }, true);
    await source.freshness.failed(error('lost', 'first'));
    source.pass(3);
    await source.freshness.failed(error('timeout', 'second'));
    source.pass(3);
    await source.freshness.review();
    expect(source.written).toEqual([
      { state: 'stale', since: at(0), reason: 'timeout', message: 'second' },
    ]);
    await source.freshness.succeeded();
    expect(source.written.at(-1)).toEqual({ state: 'live' });
  });

  it('tells of a plain refusal at once, and once', async () => {
    const source = sourceOf({ state: 'live' }, true);
    await source.freshness.failed(error('refused'));
    source.pass(30);
    await source.freshness.failed(error('refused'));
    expect(source.written).toEqual([
      { state: 'stale', since: at(0), reason: 'refused', message: 'why' },
    ]);
    expect(source.notes).toEqual(['why']);
  });

  it('keeps since when it was stale before a restart', async () => {
    const source = sourceOf({ state: 'stale', since: at(-900) }, true);
    await source.freshness.failed(error('refused'));
    expect(source.written).toEqual([
      { state: 'stale', since: at(-900), reason: 'refused', message: 'why' },
    ]);
  });

  it('is live after a success that comes while staleness is being written', async () => {
    let now = START;
    const written: Freshness['state'][] = [];
    const waiting: (() => void)[] = [];
    const freshness = new SourceFreshness({
      stored: { state: 'live' },
      known: true,
      grace: 5000,
      clock: () => now,
      write: ({ state }) =>
        new Promise(resolve => {
          waiting.push(() => {
            written.push(state);
            resolve();
          });
        }),
      note: async () => {},
    });
    await freshness.failed(error('lost'));
    now += 5000;

    const told = [freshness.review(), freshness.succeeded()];
    let over = false;
    const all = Promise.all(told).then(() => {
      over = true;
    });
    while (!over) {
      await new Promise(resolve => setImmediate(resolve));
      waiting.shift()?.();
    }
    await all;

    expect(written).toEqual(['stale', 'live']);
    expect(freshness.current).toBe(true);
  });

  it('goes on after a write that failed', async () => {
    const write = jest
      .fn()
      .mockRejectedValueOnce(new Error('the database is locked'))
      .mockResolvedValue(undefined);
    const freshness = new SourceFreshness({
      stored: { state: 'pending' },
      known: false,
      grace: 5000,
      clock: () => START,
      write,
      note: async () => {},
    });
    await expect(freshness.succeeded()).rejects.toThrow('locked');
    await freshness.succeeded();
    expect(freshness.current).toBe(true);
  });
});
