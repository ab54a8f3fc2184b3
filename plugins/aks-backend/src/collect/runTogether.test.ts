import { once } from 'node:events';
import { runTogether } from './runTogether';

const untilEnded = async (signal: AbortSignal) => {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
};

describe('runTogether', () => {
  it('ends the others when one fails, and throws once they have ended', async () => {
    const ended: string[] = [];
    const running = runTogether(new AbortController().signal, [
      async signal => {
        await untilEnded(signal);
        ended.push('other');
      },
      async () => {
        throw new Error('first failure');
      },
    ]);
    await expect(running).rejects.toThrow('first failure');
    expect(ended).toEqual(['other']);
  });

  it('goes on when one is done, until it is told to end', async () => {
    const stop = new AbortController();
    const ended: string[] = [];
    const running = runTogether(stop.signal, [
      async () => {
        ended.push('done');
      },
      async signal => {
        await untilEnded(signal);
        ended.push('told');
      },
    ]);
    stop.abort();
    await running;
    expect(ended).toEqual(['done', 'told']);
  });
});
