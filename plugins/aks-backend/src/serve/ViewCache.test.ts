import { ViewCache } from './ViewCache';

describe('ViewCache', () => {
  const at = (time: string) => new Date(`2026-11-22T${time}Z`);

  it('computes once for many that ask at the same time', async () => {
    const cache = new ViewCache({ entries: 2, now: () => at('10:00:00') });
    const compute = jest.fn(async () => ({}));
    const answers = await Promise.all([
      cache.get('a', compute),
      cache.get('a', compute),
    ]);
    expect(answers[0]).toBe(answers[1]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it('computes again once time alone would change the answer', async () => {
    let now = at('10:00:00');
    const cache = new ViewCache({ entries: 2, now: () => now });
    const compute = jest.fn(async () => ({
      validUntil: at('10:05:00').toISOString(),
    }));
    await cache.get('a', compute);
    now = at('10:04:59');
    await cache.get('a', compute);
    expect(compute).toHaveBeenCalledTimes(1);
    now = at('10:05:00');
    await cache.get('a', compute);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('keeps no failure', async () => {
    const cache = new ViewCache({ entries: 2, now: () => at('10:00:00') });
    await expect(
      cache.get('a', async () => {
        throw new Error('the database is away');
      }),
    ).rejects.toThrow('the database is away');
    await expect(cache.get('a', async () => ({}))).resolves.toEqual({});
  });

  it('forgets what was not asked for the longest', async () => {
    const cache = new ViewCache({ entries: 2, now: () => at('10:00:00') });
    const compute = jest.fn(async () => ({}));
    for (const fingerprint of ['a', 'b', 'a', 'c', 'a', 'b']) {
      await cache.get(fingerprint, compute);
    }
    // a, b, c, and b again, which made way for c.
    expect(compute).toHaveBeenCalledTimes(4);
  });
});
