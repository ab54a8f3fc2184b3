import { advise } from '../advise';
import { NodeScalingAnswers } from './nodeScalingQuestions';
import { nodeScalingTable } from './nodeScalingTable';

const at = { now: new Date('2026-11-22T12:00:00Z') };
const provisioning = 'node-auto-provisioning';
const autoscaler = 'cluster-autoscaler';

// The rows of the notes on autoscaling, section 8.6, node layer, and what
// section 8.5 says node auto-provisioning does not go with.
const rows: [string, Partial<NodeScalingAnswers>, string, string][] = [
  [
    'mixed shapes, spot, bin packing',
    { pools: 'mixed' },
    provisioning,
    autoscaler,
  ],
  ['Windows', { os: 'windows' }, autoscaler, provisioning],
  ['Calico', { network: 'calico' }, autoscaler, provisioning],
  [
    'dynamic pod addresses',
    { network: 'pod-subnet' },
    autoscaler,
    provisioning,
  ],
  ['dual-stack IPv6', { family: 'ipv6' }, autoscaler, provisioning],
  ['fixed pools', { pools: 'fixed' }, autoscaler, provisioning],
  ['stop/start clusters', { stops: 'stopped' }, autoscaler, provisioning],
  [
    'service principal',
    { identity: 'service-principal' },
    autoscaler,
    provisioning,
  ],
  ['AKS Automatic', { cluster: 'automatic' }, provisioning, autoscaler],
  ['constant demand', { demand: 'constant' }, 'fixed-count', autoscaler],
];

describe('autoscaling of nodes', () => {
  it.each(rows)('%s', (_, answers, outcome, runnerUp) => {
    expect(advise(nodeScalingTable, answers, at)).toMatchObject({
      type: 'recommendation',
      outcome: { id: outcome },
      runnerUp: { outcome: { id: runnerUp } },
    });
  });

  it('StatefulSet: makes zonal pools', () => {
    expect(
      advise(nodeScalingTable, { pools: 'fixed', disks: 'zonal' }, at),
    ).toMatchObject({
      remarks: [{ because: expect.stringContaining('one pool in each zone') }],
    });
  });

  it('refuses node auto-provisioning beside autoscaled pools (AS37)', () => {
    expect(advise(nodeScalingTable, { pools: 'both' }, at)).toMatchObject({
      type: 'contradiction',
      id: 'provisioning-and-autoscaled-pools',
    });
  });

  it.each<[string, Partial<NodeScalingAnswers>]>([
    ['automatic-with-windows', { os: 'windows' }],
    ['automatic-with-calico-or-pod-subnet', { network: 'calico' }],
    ['automatic-with-calico-or-pod-subnet', { network: 'pod-subnet' }],
    ['automatic-with-ipv6', { family: 'ipv6' }],
    ['automatic-with-stopped', { stops: 'stopped' }],
    ['automatic-with-service-principal', { identity: 'service-principal' }],
  ])('refuses %s: %j', (id, answers) => {
    expect(
      advise(nodeScalingTable, { cluster: 'automatic', ...answers }, at),
    ).toMatchObject({ type: 'contradiction', id });
  });

  it('assumes the graver of two sources on defaultNodePools', () => {
    expect(advise(nodeScalingTable, {}, at)).toMatchObject({
      remarks: [{ because: expect.stringContaining('drains and deletes') }],
    });
  });
});
