import { Backoff } from './Backoff';

describe('Backoff', () => {
  it('doubles the longest wait up to a limit, and starts over', () => {
    const backoff = new Backoff({ first: 100, longest: 1000, random: () => 1 });
    const waits = Array.from({ length: 6 }, () => backoff.next());
    expect(waits).toEqual([100, 200, 400, 800, 1000, 1000]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });

  it('spreads waits over the whole range', () => {
    const draws = [0, 0.5];
    const backoff = new Backoff({
      first: 100,
      longest: 1000,
      random: () => draws.shift() ?? 0,
    });
    expect([backoff.next(), backoff.next()]).toEqual([0, 100]);
  });

  it('waits at least as long as the server asks', () => {
    const backoff = new Backoff({ first: 100, longest: 1000, random: () => 0 });
    expect(backoff.next(7000)).toBe(7000);
  });
});
