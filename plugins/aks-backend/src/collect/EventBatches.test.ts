import { WatchEvent } from '@backstage-aks/plugin-aks-node';
import { createDeferred } from '@backstage/types';
import { kindOf } from '../store/__testUtils__/store';
import { Batch } from '../store/ClusterStore';
import { eventually } from './__testUtils__/eventually';
import { EventBatches } from './EventBatches';

const event = (
  type: WatchEvent['type'],
  name: string,
  resourceVersion: string,
): WatchEvent => ({
  type,
  object: { metadata: { name, namespace: 'shop', resourceVersion } },
  resourceVersion,
});

function gathering(write?: (batch: Batch) => Promise<void>, quiet = 10_000) {
  const written: Batch[] = [];
  const failures: unknown[] = [];
  const batches = new EventBatches({
    kind: kindOf('Service'),
    projection: {},
    gather: 10,
    quiet,
    write:
      write ??
      (async batch => {
        written.push(batch);
      }),
    onFailure: failure => failures.push(failure),
  });
  const names = (batch: Batch) => ({
    upserts: batch.upserts.map(({ record }) => record.name),
    deletions: batch.deletions.map(({ name }) => name),
    resourceVersion: batch.resourceVersion,
  });
  const add = (next: WatchEvent) =>
    batches.add(next, next.resourceVersion ?? '');
  return { batches, add, written, failures, names };
}

describe('EventBatches', () => {
  it('writes an object that changed often once, as it is now', async () => {
    const { batches, add, written, names } = gathering();
    await add(event('ADDED', 'a', '1'));
    await add(event('ADDED', 'b', '2'));
    await add(event('MODIFIED', 'a', '3'));
    await add(event('DELETED', 'b', '4'));
    await add(event('DELETED', 'c', '5'));
    await add(event('ADDED', 'c', '6'));
    await add(event('BOOKMARK', '', '9'));
    await batches.flush();
    expect(written.map(names)).toEqual([
      { upserts: ['a', 'c'], deletions: ['b'], resourceVersion: '9' },
    ]);
  });

  it('gives the version to the last of several writes only', async () => {
    const { batches, add, written, names } = gathering();
    for (let index = 0; index < 60; index++) {
      await add(event('ADDED', `s-${index}`, String(index)));
    }
    await batches.flush();
    expect(
      written.map(names).map(({ resourceVersion }) => resourceVersion),
    ).toEqual([undefined, undefined, '59']);
    expect(written.flatMap(({ upserts }) => upserts)).toHaveLength(60);
  });

  it('writes by itself after a moment', async () => {
    const { add, written } = gathering();
    await add(event('ADDED', 'a', '1'));
    await eventually(() => expect(written).toHaveLength(1));
  });

  it('counts what cannot be projected and goes on', async () => {
    const { batches, add, written } = gathering();
    await add({ type: 'ADDED', object: null, resourceVersion: '1' });
    await add(event('ADDED', 'a', '2'));
    await batches.flush();
    expect(written).toMatchObject([{ malformed: 1, resourceVersion: '2' }]);
  });

  it('makes a burst wait for its writes', async () => {
    const held = createDeferred();
    let writes = 0;
    const { batches, add } = gathering(async () => {
      writes += 1;
      await held;
    });
    const taken: number[] = [];
    const burst = (async () => {
      for (let index = 0; index < 2000; index++) {
        await add(event('ADDED', `s-${index}`, String(index)));
        taken.push(index);
      }
    })();
    await eventually(() => expect(writes).toBe(1));
    expect(taken.length).toBeLessThan(600);
    held.resolve();
    await burst;
    await batches.flush();
    expect(writes).toBe(80);
  });

  it('tells of a failed write once, and writes no more', async () => {
    let writes = 0;
    const { batches, add, failures } = gathering(async () => {
      writes += 1;
      throw new Error('database is locked');
    });
    await add(event('ADDED', 'a', '1'));
    await batches.flush();
    await add(event('ADDED', 'b', '2'));
    await batches.flush();
    expect(failures).toEqual([new Error('database is locked')]);
    expect(writes).toBe(1);
  });

  it('keeps a version back to which no change led, until a change comes', async () => {
    const { add, written, names } = gathering();
    for (let index = 0; index < 50; index++) {
      await add(event('BOOKMARK', '', String(index)));
    }
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(written).toEqual([]);
    await add(event('ADDED', 'a', '50'));
    await eventually(() =>
      expect(written.map(names)).toEqual([
        { upserts: ['a'], deletions: [], resourceVersion: '50' },
      ]),
    );
  });

  it('writes such a version by itself after a while, once', async () => {
    const { add, written, names } = gathering(undefined, 30);
    await add(event('BOOKMARK', '', '1'));
    await add(event('BOOKMARK', '', '2'));
    await eventually(() =>
      expect(written.map(names)).toEqual([
        { upserts: [], deletions: [], resourceVersion: '2' },
      ]),
    );
  });

  it('writes nothing when there is nothing', async () => {
    const { batches, written } = gathering();
    await batches.flush();
    expect(written).toEqual([]);
  });
});
