import { Freshness } from '../freshness';
import { RecordKind } from '../record';
import {
  checkoutExposure,
  checkoutObjects,
  exposuresAmong,
  hopLine,
} from '../testing/shop';
import { summarize } from './summary';

const FORBIDDEN: Freshness = {
  state: 'forbidden',
  message: 'prod-weu refused "list" as portal-reader.',
};

describe('a kind that is not known', () => {
  it.each<[RecordKind, string, string]>([
    [
      'IngressClass',
      'address:ok listener:unknown route:ok service:ok endpoints:ok pods:ok',
      'listener',
    ],
    [
      'EndpointSlice',
      'address:ok listener:ok route:ok service:ok endpoints:unknown pods:ok',
      'endpoints',
    ],
    [
      'Pod',
      'address:ok listener:ok route:ok service:unknown endpoints:ok pods:unknown',
      'service',
    ],
    [
      'Deployment',
      'address:ok listener:ok route:ok service:ok endpoints:ok pods:unknown',
      'pods',
    ],
    [
      'Service',
      'address:ok listener:ok route:unknown service:unknown endpoints:unknown pods:unknown',
      'route',
    ],
  ])('%s makes what needs it unknown, and nothing else', (kind, hops, at) => {
    // A forbidden kind has no records.
    const exposure = checkoutExposure(
      { instead: { [kind]: [] } },
      { freshness: { [kind]: FORBIDDEN } },
    );
    expect(hopLine(exposure)).toBe(hops);
    expect(exposure.brokenAt).toBe(at);
    const hop = exposure.hops.find(entry => entry.kind === at);
    expect(hop?.finding).toMatchObject({
      rule: 'SR01',
      severity: 'info',
      cause: FORBIDDEN.message,
    });
    expect(exposure.sentence).toBe(
      `Whether checkout.contoso.example reaches a pod is not known: the portal may not read objects of kind ${kind} here.`,
    );
  });

  it('changes nothing where nothing needs it', () => {
    const exposure = checkoutExposure(
      { instead: { ReplicaSet: [] } },
      { freshness: { ReplicaSet: FORBIDDEN } },
    );
    expect(exposure.verdict).toBe('ok');
  });

  it.each<[Freshness['state'], string]>([
    ['absent', 'SR02'],
    ['unreachable', 'SR03'],
    ['pending', 'SR04'],
  ])('is explained where it is %s', (state, rule) => {
    const exposure = checkoutExposure(
      { instead: { EndpointSlice: [] } },
      { freshness: { EndpointSlice: { state } } },
    );
    const endpoints = exposure.hops.find(({ kind }) => kind === 'endpoints');
    expect(endpoints?.verdict).toBe('unknown');
    expect(endpoints?.subject).toBe('not known');
    expect(endpoints?.finding?.rule).toBe(rule);
  });

  it('does not hide a break that is known', () => {
    const exposure = checkoutExposure(
      { endpoints: [], instead: { Pod: [] } },
      { freshness: { Pod: FORBIDDEN } },
    );
    expect(hopLine(exposure)).toBe(
      'address:ok listener:ok route:ok service:unknown endpoints:broken pods:unknown',
    );
    expect(exposure.brokenAt).toBe('endpoints');
    const endpoints = exposure.hops.find(({ kind }) => kind === 'endpoints');
    expect(endpoints?.finding?.cause).toContain('Why is not known');
  });

  it('leaves verdicts alone where it is only stale', () => {
    const exposure = checkoutExposure(
      {},
      { freshness: { Pod: { state: 'stale', since: '2026-11-22T11:00:00Z' } } },
    );
    expect(exposure.verdict).toBe('ok');
  });

  it('keeps an empty answer from meaning that nothing leads here', () => {
    const { exposures, unread } = exposuresAmong(
      checkoutObjects({ instead: { Ingress: [] } }),
      { freshness: { Ingress: FORBIDDEN } },
    );
    expect(unread).toEqual([{ kind: 'Ingress', freshness: FORBIDDEN }]);
    expect(summarize(exposures, unread)).toMatchObject({
      verdict: 'unknown',
      sentence:
        'What leads to this service is not fully known: the portal may not read objects of kind Ingress here.',
    });
  });
});
