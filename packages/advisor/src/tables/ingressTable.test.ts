import { advise } from '../advise';
import { IngressAnswers } from './ingressQuestions';
import { ingressTable } from './ingressTable';

const before = { now: new Date('2026-11-22T12:00:00Z') };
const lastMoment = { now: new Date('2026-11-30T23:59:59.999Z') };
const after = { now: new Date('2026-12-01T00:00:00Z') };

const gateway = 'app-routing-gateway';
const containers = 'application-gateway-for-containers';

// The rows of the notes on ingress, section 9.2, by number.
const rows: [string, Partial<IngressAnswers>, string, string][] = [
  [
    '1 not HTTP',
    { protocol: 'tcp-udp' },
    'service-load-balancer',
    'self-managed',
  ],
  ['2 service mesh', { mesh: 'mesh' }, 'istio-gateway', gateway],
  ['3 data plane of Azure', { edge: 'azure' }, containers, gateway],
  ['4 managed default, external', {}, gateway, containers],
  [
    '4 managed default, internal',
    { reach: 'internal' },
    gateway,
    'self-managed',
  ],
  [
    '5 app routing NGINX today',
    { existing: 'app-routing-nginx' },
    gateway,
    'app-routing-nginx',
  ],
  [
    '6 own ingress-nginx today',
    { existing: 'ingress-nginx' },
    gateway,
    containers,
  ],
  [
    '6 own ingress-nginx, WAF',
    { existing: 'ingress-nginx', edge: 'azure' },
    containers,
    gateway,
  ],
  ['7 AGIC today', { existing: 'agic' }, containers, gateway],
  [
    '7 AGIC, private only',
    { existing: 'agic', reach: 'internal' },
    gateway,
    containers,
  ],
  [
    '7 AGIC, static address',
    { existing: 'agic', address: 'static' },
    gateway,
    containers,
  ],
  [
    '7 AGIC on kubenet',
    { existing: 'agic', network: 'kubenet' },
    gateway,
    containers,
  ],
  ['8 features of others', { features: 'special' }, 'self-managed', gateway],
];

describe('ingress', () => {
  it.each(rows)('%s', (_, answers, outcome, runnerUp) => {
    expect(advise(ingressTable, answers, before)).toMatchObject({
      type: 'recommendation',
      outcome: { id: outcome },
      runnerUp: { outcome: { id: runnerUp } },
    });
  });

  it.each<[string, Partial<IngressAnswers>, string]>([
    ['9 global entry', { regions: 'global' }, 'Azure Front Door'],
    [
      '9 global entry',
      { regions: 'global', edge: 'azure' },
      'Azure Front Door',
    ],
    ['10 private only', { reach: 'internal' }, 'azure-load-balancer-internal'],
    [
      '10 private only',
      { reach: 'internal', protocol: 'tcp-udp' },
      'azure-load-balancer-internal',
    ],
  ])('%s is a remark: %j', (_, answers, words) => {
    expect(advise(ingressTable, answers, before)).toMatchObject({
      remarks: [{ because: expect.stringContaining(words) }],
    });
  });

  it.each<[string, Partial<IngressAnswers>]>([
    ['azure-data-plane-inside', { edge: 'azure', reach: 'internal' }],
    [
      'azure-data-plane-with-static-address',
      { edge: 'azure', address: 'static' },
    ],
    ['azure-data-plane-with-kubenet', { edge: 'azure', network: 'kubenet' }],
    [
      'azure-data-plane-with-special-features',
      { edge: 'azure', features: 'special' },
    ],
  ])('refuses %s', (id, answers) => {
    expect(advise(ingressTable, answers, before)).toMatchObject({
      type: 'contradiction',
      id,
    });
  });

  it('follows the newer of two sources on Istio and the Gateway API', () => {
    expect(advise(ingressTable, { mesh: 'mesh' }, before)).toMatchObject({
      outcome: { settings: { gatewayClassName: 'istio' } },
      reason: {
        facts: [
          { text: expect.stringContaining('the newer one is followed') },
          expect.anything(),
        ],
      },
    });
  });
});

describe('the end of NGINX in application routing', () => {
  const nginx = { existing: 'app-routing-nginx' } as const;

  it.each([
    ['in its last week', before],
    ['at its last moment', lastMoment],
  ])('leaves it the second choice %s', (_, at) => {
    expect(advise(ingressTable, nginx, at)).toMatchObject({
      outcome: { id: gateway },
      runnerUp: { outcome: { id: 'app-routing-nginx' } },
      reason: {
        facts: [
          {
            text: expect.stringContaining('until 2026-11-30'),
            lastDay: '2026-11-30',
          },
          expect.anything(),
        ],
      },
      validUntil: after.now,
    });
  });

  it('takes it out of the choice afterwards', () => {
    const advice = advise(ingressTable, nginx, after);
    expect(advice).toMatchObject({
      outcome: { id: gateway },
      runnerUp: { outcome: { id: containers } },
      reason: {
        facts: [
          { text: expect.stringContaining('ended on 2026-11-30') },
          expect.anything(),
        ],
      },
    });
    expect(advice.validUntil).toBeUndefined();
  });

  it('leaves advice that does not rest on it without an end', () => {
    expect(advise(ingressTable, {}, before).validUntil).toBeUndefined();
  });
});
