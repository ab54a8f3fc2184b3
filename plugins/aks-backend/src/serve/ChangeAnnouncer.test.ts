import { mockServices } from '@backstage/backend-test-utils';
import { ChangeAnnouncer } from './ChangeAnnouncer';
import { ScopeNames } from './ScopeNames';

const scopeNames = new ScopeNames('a key');

describe('ChangeAnnouncer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function announcer(publish: jest.Mock = jest.fn(async () => {})) {
    const logger = mockServices.logger.mock();
    return {
      publish,
      logger,
      announcer: new ChangeAnnouncer({
        signals: { publish },
        logger,
        scopeNames,
      }),
    };
  }

  const records = (...scopes: string[]) => ({
    type: 'records' as const,
    clusterId: 'weu',
    scopes,
    sequence: 1,
  });

  it('gathers a burst into one signal that names only opaque scopes', async () => {
    const { announcer: it, publish } = announcer();
    it.onChange(records('shop', 'pay'));
    it.onChange(records('shop'));
    it.onChange({ type: 'freshness', clusterId: 'weu' });
    await jest.advanceTimersByTimeAsync(200);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'aks',
          message: {
            type: 'changed',
            scopes: [
              scopeNames.of('weu', 'shop'),
              scopeNames.of('weu', 'pay'),
              scopeNames.of('weu', ''),
            ],
          },
        },
      ],
    ]);
    expect(JSON.stringify(publish.mock.calls)).not.toMatch(/shop|pay|weu/);
  });

  it('announces a class along with what is known of its cluster', async () => {
    const { announcer: it, publish } = announcer();
    it.onChange(records('/IngressClass'));
    it.onChange({ type: 'freshness', clusterId: 'weu' });
    await jest.advanceTimersByTimeAsync(200);
    expect(publish.mock.calls[0][0].message.scopes).toEqual([
      scopeNames.of('weu', ''),
    ]);
  });

  it('does not wait for changes to end', async () => {
    const { announcer: it, publish } = announcer();
    for (let elapsed = 0; elapsed < 1000; elapsed += 100) {
      it.onChange(records('shop'));
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(publish.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  it('goes on after a signal that could not be sent', async () => {
    const { announcer: it, publish } = announcer(
      jest.fn().mockRejectedValueOnce(new Error('the bus is down')),
    );
    it.onChange(records('shop'));
    await jest.advanceTimersByTimeAsync(200);
    it.onChange(records('pay'));
    await jest.advanceTimersByTimeAsync(200);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('says nothing more once it is stopped', async () => {
    const { announcer: it, publish } = announcer();
    it.onChange(records('shop'));
    it.stop();
    await jest.advanceTimersByTimeAsync(1000);
    expect(publish).not.toHaveBeenCalled();
  });
});
