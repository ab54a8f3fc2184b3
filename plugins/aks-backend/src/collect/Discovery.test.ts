import { kinds } from '@backstage-aks/insight';
import { ClusterError } from '@backstage-aks/plugin-aks-node';
import { Discovery } from './Discovery';
import { Serves } from './readServedKinds';

const [one, two] = kinds;

const nothing: Serves = () => false;
const all: Serves = () => true;

/** A discovery whose looks find one thing after the other. */
function looking(...findings: (Serves | Error)[]) {
  const looks: string[][] = [];
  const discovery = new Discovery({
    interval: 1,
    read: async asked => {
      looks.push([...asked].map(({ kind }) => kind));
      const found = findings[looks.length - 1];
      if (found instanceof Error) {
        throw found;
      }
      return found;
    },
  });
  const lacking: string[] = [];
  const wait = (kind = one, { signal } = new AbortController()) =>
    discovery.appears(kind, signal, async () => {
      lacking.push(kind.kind);
    });
  return { wait, looks, lacking };
}

describe('Discovery', () => {
  it('looks once for all kinds, until each appears', async () => {
    const { wait, looks, lacking } = looking(
      nothing,
      kind => kind === one,
      all,
    );
    await Promise.all([wait(one), wait(two)]);
    expect(looks).toEqual([
      [one.kind, two.kind],
      [one.kind, two.kind],
      [two.kind],
    ]);
    expect(lacking).toEqual([one.kind, two.kind, two.kind]);
  });

  it.each(['refused', 'timeout', 'lost', 'unauthorized', 'throttled'] as const)(
    'concludes nothing from "%s" and looks again',
    async reason => {
      const { wait, looks, lacking } = looking(
        new ClusterError(reason, 'away'),
        all,
      );
      await wait();
      expect(looks).toHaveLength(2);
      expect(lacking).toEqual([]);
    },
  );

  it.each(['forbidden', 'not-found', 'malformed', 'server'] as const)(
    'lets who waits ask by itself after "%s"',
    async reason => {
      const { wait, looks, lacking } = looking(new ClusterError(reason, 'no'));
      await wait();
      expect(looks).toHaveLength(1);
      expect(lacking).toEqual([]);
    },
  );

  it('ends with its signal', async () => {
    const stop = new AbortController();
    const { wait } = looking(() => {
      stop.abort();
      return false;
    });
    await wait(one, stop);
    expect(stop.signal.aborted).toBe(true);
  });

  it('does not hide what is not the cluster’s failure', async () => {
    const { wait } = looking(new TypeError('own fault'), all);
    await expect(wait()).rejects.toThrow('own fault');
    await wait();
  });
});
