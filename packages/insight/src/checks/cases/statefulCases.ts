import { CheckCase } from './CheckCase';
import { service, workload } from './manifests';

const set = workload('StatefulSet');
const headless = service({ clusterIP: 'None' });

export const statefulCases: CheckCase[] = [
  {
    check: 'WL04',
    name: 'no serviceName',
    broken: [workload('StatefulSet', { spec: { serviceName: undefined } })],
    healthy: [set, headless],
    verdict: 'warning',
    fields: ['spec.serviceName'],
  },
  {
    check: 'WL04',
    name: 'a Service that is not there',
    broken: [set],
    healthy: [set, headless],
    verdict: 'unknown',
    fields: ['spec.serviceName'],
  },
  {
    check: 'WL04',
    name: 'a Service that does not exist',
    broken: [set],
    healthy: [workload('StatefulSet', { spec: { replicas: 1 } }), headless],
    verdict: 'warning',
    fields: ['spec.serviceName'],
    options: { complete: true },
    alsoFound: ['WL31'],
  },
  {
    check: 'WL04',
    name: 'a Service with an address of its own',
    broken: [set, service()],
    healthy: [set, headless],
    verdict: 'warning',
    fields: ['spec.serviceName', 'spec.clusterIP'],
  },
  {
    check: 'WL04',
    name: 'a Service of other pods',
    broken: [set, service({ clusterIP: 'None', selector: { app: 'other' } })],
    healthy: [set, headless],
    verdict: 'warning',
    fields: ['spec.serviceName', 'spec.selector'],
    alsoFound: ['WL22'],
  },
  {
    check: 'WL05',
    name: 'no volume',
    broken: [
      workload('StatefulSet', { spec: { volumeClaimTemplates: undefined } }),
      headless,
    ],
    healthy: [set, headless],
    verdict: 'ok',
    fields: ['spec.volumeClaimTemplates'],
  },
  {
    check: 'WL36',
    name: 'no moment to end',
    broken: [
      workload('StatefulSet', {
        spec: { template: { spec: { terminationGracePeriodSeconds: 0 } } },
      }),
      headless,
    ],
    healthy: [set, headless],
    verdict: 'warning',
    fields: ['spec.template.spec.terminationGracePeriodSeconds'],
  },
];
