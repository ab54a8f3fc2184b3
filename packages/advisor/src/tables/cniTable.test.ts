import { advise } from '../advise';
import { CniAnswers } from './cniQuestions';
import { cniTable } from './cniTable';

const at = { now: new Date('2026-11-22T12:00:00Z') };

// The rows of the notes on network plugins, section 9.1, by number.
const rows: [string, Partial<CniAnswers>, string, string][] = [
  [
    '1 AKS Automatic',
    { cluster: 'automatic' },
    'overlay-cilium',
    'overlay-azure',
  ],
  ['2 Windows', { windows: 'yes' }, 'overlay-azure', 'pod-subnet-azure'],
  [
    '2 Windows, direct addresses',
    { windows: 'yes', podAddresses: 'direct' },
    'pod-subnet-azure',
    'overlay-azure',
  ],
  [
    '3 features of a vendor',
    { features: 'vendor', support: 'own-team' },
    'bring-your-own',
    'overlay-cilium',
  ],
  [
    '4 direct addresses',
    { podAddresses: 'direct' },
    'pod-subnet-cilium',
    'overlay-cilium',
  ],
  [
    '4 virtual nodes',
    { virtualNodes: 'yes' },
    'pod-subnet-cilium',
    'overlay-cilium',
  ],
  [
    '4 direct addresses, very many',
    { podAddresses: 'direct', size: 'beyond-64k-pods' },
    'pod-subnet-cilium-static',
    'pod-subnet-cilium',
  ],
  [
    '5 direct addresses, managed network',
    { podAddresses: 'direct', vnet: 'managed' },
    'node-subnet-cilium',
    'pod-subnet-cilium',
  ],
  ['6 everything else', {}, 'overlay-cilium', 'pod-subnet-cilium'],
  [
    '6 scarce addresses',
    { addresses: 'scarce' },
    'overlay-cilium',
    'overlay-azure',
  ],
  [
    '6 more than 400 nodes',
    { size: 'beyond-400-nodes' },
    'overlay-cilium',
    'pod-subnet-cilium',
  ],
  ['kubenet today', { existing: 'kubenet' }, 'overlay-cilium', 'kubenet'],
  [
    'kubenet today, outgrown',
    { existing: 'kubenet', size: 'beyond-400-nodes' },
    'overlay-cilium',
    'overlay-azure',
  ],
  [
    'Network Policy Manager today',
    { existing: 'npm' },
    'overlay-cilium',
    'pod-subnet-cilium',
  ],
];

describe('the network plugin', () => {
  it.each(rows)('%s', (_, answers, outcome, runnerUp) => {
    expect(advise(cniTable, answers, at)).toMatchObject({
      type: 'recommendation',
      outcome: { id: outcome },
      runnerUp: { outcome: { id: runnerUp } },
    });
  });

  it.each<[string, Partial<CniAnswers>]>([
    [
      'automatic-with-another-network',
      { cluster: 'automatic', windows: 'yes' },
    ],
    [
      'automatic-with-another-network',
      { cluster: 'automatic', features: 'vendor' },
    ],
    [
      'automatic-with-another-network',
      { cluster: 'automatic', podAddresses: 'direct' },
    ],
    [
      'automatic-with-another-network',
      { cluster: 'automatic', virtualNodes: 'yes' },
    ],
    ['vendor-without-support', { features: 'vendor', support: 'microsoft' }],
    [
      'pod-addresses-that-are-scarce',
      { podAddresses: 'direct', addresses: 'scarce' },
    ],
    [
      'pod-addresses-that-are-scarce',
      { virtualNodes: 'yes', addresses: 'scarce' },
    ],
    ['kubenet-with-windows', { existing: 'kubenet', windows: 'yes' }],
    [
      'kubenet-to-something-else',
      { existing: 'kubenet', podAddresses: 'direct' },
    ],
    ['kubenet-to-something-else', { existing: 'kubenet', virtualNodes: 'yes' }],
    [
      'kubenet-to-something-else',
      { existing: 'kubenet', features: 'vendor', support: 'own-team' },
    ],
  ])('refuses %s: %j', (id, answers) => {
    expect(advise(cniTable, answers, at)).toMatchObject({
      type: 'contradiction',
      id,
    });
  });

  it('always names the plugin, as sources disagree on the default', () => {
    for (const { settings } of Object.values(cniTable.outcomes)) {
      expect(settings['networkProfile.networkPlugin']).toMatch(
        /^(azure|none|kubenet)$/,
      );
    }
  });

  it('never gives Windows nodes Cilium', () => {
    for (const podAddresses of ['hidden', 'direct'] as const) {
      expect(
        advise(cniTable, { windows: 'yes', podAddresses }, at),
      ).toMatchObject({
        outcome: {
          settings: {
            'networkProfile.networkDataplane': 'azure',
            'networkProfile.networkPolicy': 'calico',
          },
        },
      });
    }
  });

  it.each([
    ['2028-03-31T23:59:59Z', 'kubenet', 'ends on 2028-03-31'],
    ['2028-04-01T00:00:00Z', 'overlay-azure', 'ended on 2028-03-31'],
  ])('knows at %s how kubenet stands', (now, runnerUp, words) => {
    expect(
      advise(cniTable, { existing: 'kubenet' }, { now: new Date(now) }),
    ).toMatchObject({
      outcome: { id: 'overlay-cilium' },
      runnerUp: { outcome: { id: runnerUp } },
      reason: {
        facts: [{ text: expect.stringContaining(words) }, expect.anything()],
      },
    });
  });

  it.each<[string, string, string, Partial<CniAnswers>]>([
    ['2026-11-22', 'Linux', 'ends on 2028-09-30', {}],
    ['2028-10-01', 'Linux', 'ended on 2028-09-30', {}],
    ['2026-09-30', 'Windows', 'ends on 2026-09-30', { windows: 'yes' }],
    ['2026-11-22', 'Windows', 'ended on 2026-09-30', { windows: 'yes' }],
  ])(
    'says on %s that Network Policy Manager on %s %s',
    (now, _, words, answers) => {
      const advice = advise(
        cniTable,
        { existing: 'npm', ...answers },
        { now: new Date(now) },
      );
      expect(advice).toMatchObject({
        remarks: expect.arrayContaining([
          expect.objectContaining({
            facts: [
              expect.objectContaining({ text: expect.stringContaining(words) }),
            ],
          }),
        ]),
      });
    },
  );
});
