import { CheckCase } from './CheckCase';
import { autoscaler, budget, deployment } from './manifests';

export const disruptionCases: CheckCase[] = [
  {
    check: 'WL14',
    name: 'maxUnavailable of 0',
    broken: [deployment(), budget({ maxUnavailable: 0 })],
    healthy: [deployment(), budget({ maxUnavailable: 1 })],
    verdict: 'broken',
    fields: ['spec.maxUnavailable'],
  },
  {
    check: 'WL14',
    name: 'maxUnavailable of 0 %',
    broken: [budget({ maxUnavailable: '0%' })],
    healthy: [budget({ maxUnavailable: '1%' })],
    verdict: 'broken',
    fields: ['spec.maxUnavailable'],
  },
  {
    check: 'WL14',
    name: 'minAvailable of 100 %',
    broken: [budget({ minAvailable: '100%' })],
    healthy: [deployment(), budget({ minAvailable: '50%' })],
    verdict: 'broken',
    fields: ['spec.minAvailable'],
  },
  {
    check: 'WL14',
    name: 'minAvailable of as many as there are',
    broken: [deployment({ replicas: 3 }), budget({ minAvailable: 3 })],
    healthy: [deployment({ replicas: 3 }), budget({ minAvailable: 2 })],
    verdict: 'broken',
    fields: ['spec.minAvailable', 'spec.replicas'],
  },
  {
    check: 'WL14',
    name: 'a percentage that is rounded up to all',
    broken: [deployment({ replicas: 3 }), budget({ minAvailable: '90%' })],
    healthy: [deployment({ replicas: 20 }), budget({ minAvailable: '90%' })],
    verdict: 'broken',
    fields: ['spec.minAvailable', 'spec.replicas'],
  },
  {
    check: 'WL14',
    name: 'minAvailable of the least that the autoscaler keeps',
    broken: [
      deployment({ replicas: undefined }),
      autoscaler({ minReplicas: 2 }),
      budget({ minAvailable: 2 }),
    ],
    healthy: [
      deployment({ replicas: undefined }),
      autoscaler({ minReplicas: 3 }),
      budget({ minAvailable: 2 }),
    ],
    verdict: 'warning',
    fields: ['spec.minAvailable', 'spec.replicas'],
  },
  {
    check: 'WL31',
    name: 'two pods without a budget',
    broken: [deployment()],
    healthy: [deployment(), budget({ maxUnavailable: 1 })],
    verdict: 'warning',
    fields: ['spec.template.metadata.labels'],
    options: { complete: true },
  },
  {
    check: 'WL31',
    name: 'two pods without a budget that is known',
    broken: [deployment()],
    healthy: [deployment({ replicas: 1 })],
    verdict: 'unknown',
    fields: ['spec.template.metadata.labels'],
  },
];
