import { createDeferred } from '@backstage/types';
import { Turns } from './Turns';

describe('Turns', () => {
  it('lets so many run at once, in the order in which they came', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const tasks = [0, 1, 2, 3].map(() => createDeferred<number>());
    const results = tasks.map((task, index) =>
      turns.take(() => {
        begun.push(index);
        return task;
      }),
    );
    expect(begun).toEqual([0, 1]);
    tasks[1].resolve(11);
    expect(await results[1]).toBe(11);
    expect(begun).toEqual([0, 1, 2]);
    tasks[2].resolve(12);
    await results[2];
    expect(begun).toEqual([0, 1, 2, 3]);
    tasks[0].resolve(10);
    tasks[3].resolve(13);
    expect(await Promise.all(results)).toEqual([10, 11, 12, 13]);
  });

  it('passes the turn of a task that fails on', async () => {
    const turns = new Turns(1);
    const failed = turns.take(() => Promise.reject(new Error('refused')));
    const after = turns.take(async () => 'done');
    await expect(failed).rejects.toThrow('refused');
    expect(await after).toBe('done');
    expect(await turns.take(async () => 'again')).toBe('again');
  });
});
