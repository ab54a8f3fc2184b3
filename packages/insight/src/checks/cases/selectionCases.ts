import { CheckCase } from './CheckCase';
import { budget, deployment, other, service } from './manifests';

const elsewhere = { app: 'elsewhere' };
const policy = (podSelector: object) =>
  other(
    'NetworkPolicy',
    { spec: { podSelector, ingress: [] } },
    'networking.k8s.io/v1',
  );
const lost = budget({
  maxUnavailable: 1,
  selector: { matchLabels: elsewhere },
});

export const selectionCases: CheckCase[] = [
  {
    check: 'WL21',
    name: 'labels that no pod beside it has',
    broken: [deployment(), lost],
    healthy: [deployment(), budget({ maxUnavailable: 1 })],
    verdict: 'warning',
    fields: ['spec.selector', 'spec.template.metadata.labels'],
  },
  {
    check: 'WL21',
    name: 'labels that no pod has, where all are known',
    broken: [deployment(), lost],
    healthy: [deployment(), budget({ maxUnavailable: 1 })],
    verdict: 'broken',
    fields: ['spec.selector'],
    options: { complete: true },
    alsoFound: ['WL31'],
  },
  {
    check: 'WL21',
    name: 'no workload beside it',
    broken: [lost],
    healthy: [budget({ maxUnavailable: 1, selector: {} })],
    verdict: 'unknown',
    fields: ['spec.selector'],
  },
  {
    check: 'WL22',
    name: 'labels that no pod beside it has',
    broken: [deployment(), service({ selector: elsewhere })],
    healthy: [deployment(), service()],
    verdict: 'warning',
    fields: ['spec.selector', 'spec.template.metadata.labels'],
    alsoFound: [],
  },
  {
    check: 'WL22',
    name: 'a selector, where one without has its endpoints from elsewhere',
    broken: [service({ selector: elsewhere })],
    healthy: [service({ selector: undefined })],
    verdict: 'broken',
    fields: ['spec.selector'],
    options: { complete: true },
  },
  {
    check: 'WL23',
    name: 'labels that no pod beside it has',
    broken: [deployment(), policy({ matchLabels: elsewhere })],
    healthy: [deployment(), policy({})],
    verdict: 'warning',
    fields: ['spec.podSelector', 'spec.template.metadata.labels'],
  },
  {
    check: 'WL24',
    name: 'a name that no port has',
    broken: [
      deployment(),
      service({ ports: [{ port: 80 }, { port: 81, targetPort: 'web' }] }),
    ],
    healthy: [
      deployment(),
      service({ ports: [{ port: 80, targetPort: 9090 }] }),
    ],
    verdict: 'broken',
    fields: ['spec.ports[1].targetPort'],
  },
  {
    check: 'WL24',
    name: 'a name that only another protocol has',
    broken: [
      deployment(),
      service({ ports: [{ port: 53, protocol: 'UDP', targetPort: 'http' }] }),
    ],
    healthy: [deployment(), service()],
    verdict: 'broken',
    fields: ['spec.ports[0].targetPort'],
  },
];
