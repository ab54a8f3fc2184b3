import { useClockedCluster } from '../__testUtils__/clockedCluster';
import { deployment } from '../__testUtils__/controlledCluster';

function budget(spec: object) {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'default' },
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
  };
}

interface Case {
  given: string;
  spec: object;
  desired: number;
  allowed: number;
}

const CASES: Case[] = [
  {
    given: 'one may be missing',
    spec: { maxUnavailable: 1 },
    desired: 3,
    allowed: 1,
  },
  {
    given: 'none may be missing',
    spec: { maxUnavailable: 0 },
    desired: 4,
    allowed: 0,
  },
  {
    given: 'a share may be missing, rounded up',
    spec: { maxUnavailable: '30%' },
    desired: 2,
    allowed: 2,
  },
  {
    given: 'a share must be there, rounded up',
    spec: { minAvailable: '60%' },
    desired: 3,
    allowed: 1,
  },
  {
    given: 'more must be there than are',
    spec: { minAvailable: 9 },
    desired: 9,
    allowed: 0,
  },
];

describe('the controller of PodDisruptionBudgets', () => {
  const clocked = useClockedCluster();
  const { pass, conditions, status } = clocked;

  it.each(CASES)('where $given', ({ spec, desired, allowed }) => {
    clocked.cluster.load([deployment('web', { replicas: 4 }), budget(spec)]);
    pass(120);
    expect(status('PodDisruptionBudget', 'web')).toMatchObject({
      observedGeneration: 1,
      expectedPods: 4,
      currentHealthy: 4,
      desiredHealthy: desired,
      disruptionsAllowed: allowed,
    });
    expect(conditions('PodDisruptionBudget', 'web')).toEqual([
      allowed > 0
        ? 'DisruptionAllowed True SufficientPods'
        : 'DisruptionAllowed False InsufficientPods',
    ]);
  });

  it('follows the pods as they come up', () => {
    clocked.cluster.load([
      deployment('web', { replicas: 2 }),
      budget({ maxUnavailable: 1 }),
    ]);
    pass(1);
    expect(status('PodDisruptionBudget', 'web')).toMatchObject({
      currentHealthy: 0,
      disruptionsAllowed: 0,
    });
    pass(120);
    expect(status('PodDisruptionBudget', 'web')).toMatchObject({
      currentHealthy: 2,
      disruptionsAllowed: 1,
    });
  });

  it('says that it cannot tell a share of pods that nobody scales', () => {
    clocked.cluster.load([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: 'alone',
          namespace: 'default',
          labels: { app: 'web' },
        },
        spec: { containers: [{ name: 'web', image: 'web:1' }] },
      },
      budget({ maxUnavailable: 1 }),
    ]);
    pass(120);
    expect(status('PodDisruptionBudget', 'web')).toMatchObject({
      disruptionsAllowed: 0,
      conditions: [
        {
          reason: 'SyncFailed',
          message: 'found no controllers for pod "alone"',
        },
      ],
    });
  });

  it('allows nothing where it has no pods', () => {
    clocked.cluster.load([budget({ minAvailable: 0 })]);
    pass(1);
    expect(status('PodDisruptionBudget', 'web')).toMatchObject({
      expectedPods: 0,
      disruptionsAllowed: 0,
    });
  });
});
