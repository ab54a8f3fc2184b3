import { BudgetTime, RequestBudget } from './RequestBudget';

describe('RequestBudget', () => {
  const stop = new AbortController();

  beforeEach(() => jest.useFakeTimers());

  afterEach(() => jest.useRealTimers());

  const time: BudgetTime = {
    now: () => Date.now(),
    wait: (milliseconds, signal) =>
      new Promise(resolve => {
        setTimeout(resolve, milliseconds);
        signal.addEventListener('abort', () => resolve());
      }),
  };

  /** Takes so often, and tells how much was taken when. */
  function taking(budget: RequestBudget, requests: number) {
    let taken = 0;
    const take = async () => {
      await budget.take(stop.signal);
      taken += 1;
    };
    const ended = Promise.all(Array.from({ length: requests }, take));
    return async (milliseconds: number) => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      return taken === requests ? (await ended).length : taken;
    };
  }

  const budgetOf = (perSecond: number, burst: number) =>
    new RequestBudget({ perSecond, burst }, time);

  it('lets a burst pass at once and the rest at its rate', async () => {
    const budget = budgetOf(10, 5);
    const after = taking(budget, 20);
    expect(await after(0)).toBe(5);
    expect(budget.waiting).toBe(15);
    expect(await after(100)).toBe(6);
    expect(await after(400)).toBe(10);
    expect(await after(1000)).toBe(20);
    expect(budget.waiting).toBe(0);
  });

  it('fills again in a quiet time, and not beyond its burst', async () => {
    const budget = budgetOf(10, 5);
    await taking(budget, 5)(0);
    expect(await taking(budget, 5)(0)).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await taking(budget, 20)(0)).toBe(5);
  });

  it('lets nothing pass while the cluster wants rest, and no burst after it', async () => {
    const budget = budgetOf(10, 5);
    budget.rest(3000);
    const after = taking(budget, 10);
    expect(await after(2999)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await after(100)).toBe(2);
    expect(await after(800)).toBe(10);
  });

  it('keeps the longer of two rests', async () => {
    const budget = budgetOf(10, 5);
    budget.rest(3000);
    budget.rest(1000);
    expect(await taking(budget, 1)(2999)).toBe(0);
  });

  it('ends the wait of those who give up', async () => {
    const budget = budgetOf(1, 1);
    budget.rest(60_000);
    const ended = new AbortController();
    const waiting = budget.take(ended.signal);
    expect(budget.waiting).toBe(1);
    ended.abort();
    await waiting;
    expect(budget.waiting).toBe(0);
  });
});
