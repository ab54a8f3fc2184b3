import { ClusterError } from '@backstage-aks/plugin-aks-node';
import { Backoff } from './Backoff';
import { CircuitBreaker } from './CircuitBreaker';
import { ClusterReplacedError } from './SessionOverError';

const away = (reason: ClusterError['reason'] = 'refused') =>
  new ClusterError(reason, `told: ${reason}`);

describe('CircuitBreaker', () => {
  const stop = new AbortController();

  afterAll(() => stop.abort());

  /** Asks what answers in turn: an error, or that all is well. */
  function breakerOver(answers: (Error | 'well')[]) {
    const changes: boolean[] = [];
    let asked = 0;
    const breaker = new CircuitBreaker({
      ask: async () => {
        const answer = answers[asked] ?? 'well';
        asked += 1;
        if (answer !== 'well') {
          throw answer;
        }
      },
      backoff: new Backoff({ first: 1, longest: 1 }),
      onWait: async () => {},
      onChange: open => changes.push(open),
    });
    const pass = async () => {
      const told: string[] = [];
      await breaker.pass(stop.signal, async error => {
        told.push(error.reason);
      });
      return told;
    };
    return { breaker, pass, changes, asked: () => asked };
  }

  it('asks once for each caller while the cluster answers', async () => {
    const { pass, changes, asked } = breakerOver([]);
    expect(await pass()).toEqual([]);
    expect(await pass()).toEqual([]);
    expect(asked()).toBe(2);
    expect(changes).toEqual([]);
  });

  it('asks for all callers together while the cluster is away', async () => {
    const outage = Array.from({ length: 10 }, () => away());
    const { breaker, pass, changes, asked } = breakerOver(outage);
    const first = pass();
    await Promise.resolve();
    const others = Array.from({ length: 52 }, () => pass());
    const told = await Promise.all([first, ...others]);
    expect(asked()).toBe(11);
    expect(told).toEqual(Array.from({ length: 53 }, () => ['refused']));
    expect(changes).toEqual([true, false]);
    expect(breaker.open).toBe(false);
  });

  it('tells a caller again when the reason changes', async () => {
    const { pass } = breakerOver([
      away(),
      away(),
      away('timeout'),
      away('server'),
      away('server'),
    ]);
    expect(await pass()).toEqual(['refused', 'timeout', 'server']);
  });

  it.each([
    ['forbidden', away('forbidden')],
    ['not found', away('not-found')],
    ['gone', away('gone')],
    ['of another cluster', new ClusterReplacedError('one')],
  ])('stays closed when the answer is %s', async (_, answer) => {
    const { breaker, pass, changes } = breakerOver([answer]);
    await expect(pass()).rejects.toThrow(answer);
    expect(breaker.open).toBe(false);
    expect(changes).toEqual([]);
  });

  it('closes when a probe finds another cluster, and says so', async () => {
    const replaced = new ClusterReplacedError('one');
    const { pass, changes } = breakerOver([away(), replaced]);
    await expect(pass()).rejects.toThrow(replaced);
    expect(changes).toEqual([true, false]);
  });

  it('gives a late caller an answer to a later question', async () => {
    const questions: (() => void)[] = [];
    let fail = true;
    const breaker = new CircuitBreaker({
      ask: async () => {
        if (fail) {
          fail = false;
          throw away();
        }
        await new Promise<void>(resolve => questions.push(resolve));
      },
      backoff: new Backoff({ first: 1, longest: 1 }),
      onWait: async () => {},
      onChange: () => {},
    });
    let asked = () => {};
    const waiting = breaker.pass(stop.signal);
    await new Promise<void>(resolve => {
      asked = resolve;
      const look = setInterval(() => {
        if (questions.length === 1) {
          clearInterval(look);
          asked();
        }
      }, 1);
    });
    let late = false;
    const latePass = breaker.pass(stop.signal).then(() => {
      late = true;
    });
    questions[0]();
    await waiting;
    await Promise.resolve();
    expect(late).toBe(false);
    while (questions.length < 2) {
      await new Promise(resolve => setImmediate(resolve));
    }
    questions[1]();
    await latePass;
  });

  it('ends a wait when it is told to', async () => {
    const ended = new AbortController();
    const breaker = new CircuitBreaker({
      ask: async () => {
        throw away();
      },
      backoff: new Backoff({ first: 60_000, longest: 60_000, random: () => 1 }),
      onWait: async () => {},
      onChange: () => {},
    });
    const waiting = breaker.pass(ended.signal, async () => ended.abort());
    await expect(waiting).rejects.toThrow(/aborted/);
  });
});
