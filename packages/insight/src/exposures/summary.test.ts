import { Exposure, Verdict } from '../exposure';
import { checkoutExposure } from '../testing/shop';
import { entryRows, summarize } from './summary';
import { worstVerdict } from './verdicts';

const healthy = checkoutExposure();

function exposure(changes: Partial<Exposure>): Exposure {
  return { ...healthy, ...changes };
}

const broken = exposure({
  host: 'pay.contoso.example',
  verdict: 'broken',
  sentence: 'pay.contoso.example does not reach a pod: it is gone.',
});

describe('worstVerdict', () => {
  it.each<[Verdict[], Verdict]>([
    [['ok', 'unknown', 'warning', 'broken'], 'broken'],
    [['ok', 'unknown', 'warning'], 'warning'],
    [['ok', 'unknown'], 'unknown'],
    [['ok', 'ok'], 'ok'],
    [[], 'unknown'],
  ])('of %j is %s', (verdicts, expected) => {
    expect(worstVerdict(verdicts)).toBe(expected);
  });
});

describe('summarize', () => {
  it.each<[string, Exposure[], Verdict, string]>([
    [
      'says that nothing leads here',
      [],
      'unknown',
      'No Ingress, no route of a Gateway and no load balancer leads to this service.',
    ],
    ['speaks for a single one', [healthy], 'ok', healthy.sentence],
    [
      'says that all are well',
      [healthy, healthy],
      'ok',
      'All 2 ways in reach their pods.',
    ],
    ['puts the worst first', [healthy, broken], 'broken', broken.sentence],
  ])('%s', (_, exposures, verdict, sentence) => {
    expect(summarize(exposures, [])).toMatchObject({ verdict, sentence });
  });

  it('counts by verdict', () => {
    expect(summarize([healthy, broken, healthy], []).counts).toEqual({
      ok: 2,
      warning: 0,
      broken: 1,
      unknown: 0,
    });
  });

  it('does not call all well while something could not be read', () => {
    const unread = [
      { kind: 'Service' as const, freshness: { state: 'pending' as const } },
    ];
    expect(summarize([healthy], unread)).toMatchObject({
      verdict: 'unknown',
      sentence:
        'What leads to this service is not fully known: objects of kind Service are still being read.',
    });
    expect(summarize([broken], unread)).toMatchObject({
      verdict: 'broken',
      sentence: broken.sentence,
    });
  });
});

describe('entryRows', () => {
  it('puts together what one object lets in, under its worst verdict', () => {
    const other = exposure({
      route: { kind: 'Service', namespace: 'shop', name: 'checkout' },
      className: undefined,
      host: '',
      paths: [],
    });
    expect(entryRows([healthy, broken, other])).toEqual([
      {
        route: healthy.route,
        hosts: ['checkout.contoso.example', 'pay.contoso.example'],
        paths: ['/'],
        className: 'traefik',
        addresses: [{ ip: '20.61.7.10' }],
        verdict: 'broken',
        sentence: broken.sentence,
        createdAt: '2026-11-01T08:00:00Z',
      },
      {
        route: other.route,
        hosts: [],
        paths: [],
        addresses: [{ ip: '20.61.7.10' }],
        verdict: 'ok',
        sentence: healthy.sentence,
        createdAt: '2026-11-01T08:00:00Z',
      },
    ]);
  });
});
