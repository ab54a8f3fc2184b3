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

function gathering(write?: (batch: Batch) => Promise<void>) {
  const written: Batch[] = [];
  const failures: unknown[] = [];
  const batches = new EventBatches({
    kind: kindOf('Service'),
    projection: {},
    gather: 10,
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
  return { batches, written, failures, names };
}

describe('EventBatches', () => {
  it('writes an object that changed often once, as it is now', async () => {
    const { batches, written, names } = gathering();
    await batches.add(event('ADDED', 'a', '1'));
    await batches.add(event('ADDED', 'b', '2'));
    await batches.add(event('MODIFIED', 'a', '3'));
    await batches.add(event('DELETED', 'b', '4'));
    await batches.add(event('DELETED', 'c', '5'));
    await batches.add(event('ADDED', 'c', '6'));
    await batches.add(event('BOOKMARK', '', '9'));
    await batches.flush();
    expect(written.map(names)).toEqual([
      { upserts: ['a', 'c'], deletions: ['b'], resourceVersion: '9' },
    ]);
  });

  it('gives the version to the last of several writes only', async () => {
    const { batches, written, names } = gathering();
    for (let index = 0; index < 60; index++) {
      await batches.add(event('ADDED', `s-${index}`, String(index)));
    }
    await batches.flush();
    expect(
      written.map(names).map(({ resourceVersion }) => resourceVersion),
    ).toEqual([undefined, undefined, '59']);
    expect(written.flatMap(({ upserts }) => upserts)).toHaveLength(60);
  });

  it('writes by itself after a moment', async () => {
    const { batches, written } = gathering();
    await batches.add(event('ADDED', 'a', '1'));
    await eventually(() => expect(written).toHaveLength(1));
  });

  it('counts what cannot be projected and goes on', async () => {
    const { batches, written } = gathering();
    await batches.add({ type: 'ADDED', object: null, resourceVersion: '1' });
    await batches.add(event('ADDED', 'a', '2'));
    await batches.flush();
    expect(written).toMatchObject([{ malformed: 1, resourceVersion: '2' }]);
  });

  it('makes a burst wait for its writes', async () => {
    const held = createDeferred();
    let writes = 0;
    const { batches } = gathering(async () => {
      writes += 1;
      await held;
    });
    const taken: number[] = [];
    const burst = (async () => {
      for (let index = 0; index < 2000; index++) {
        await batches.add(event('ADDED', `s-${index}`, String(index)));
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
    const { batches, failures } = gathering(async () => {
      writes += 1;
      throw new Error('database is locked');
    });
    await batches.add(event('ADDED', 'a', '1'));
    await batches.flush();
    await batches.add(event('ADDED', 'b', '2'));
    await batches.flush();
    expect(failures).toEqual([new Error('database is locked')]);
    expect(writes).toBe(1);
  });

  it('writes nothing when there is nothing', async () => {
    const { batches, written } = gathering();
    await batches.flush();
    expect(written).toEqual([]);
  });
});
