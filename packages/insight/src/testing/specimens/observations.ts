import { metadata, SECRET } from './common';

const report = {
  metadata,
  scope: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'web',
    name: 'shop',
  },
  summary: { pass: 3, fail: 1 },
  results: [
    {
      policy: 'require-limits',
      rule: 'check-limits',
      result: 'fail',
      severity: 'medium',
      source: 'kyverno',
      category: SECRET,
      message: SECRET,
      properties: { value: SECRET },
      resources: [
        { apiVersion: 'v1', kind: 'Pod', namespace: 'web', name: 'shop-1' },
      ],
    },
    { policy: 'require-probes', result: 'pass', message: SECRET },
  ],
};

export const observations = {
  Event: {
    metadata,
    involvedObject: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'web',
      name: 'shop-1',
      uid: 'p1',
      fieldPath: SECRET,
    },
    type: 'Warning',
    reason: 'FailedScheduling',
    message: `${SECRET}: 0/3 nodes are available: 3 Insufficient cpu.`,
    source: { component: 'default-scheduler', host: SECRET },
    count: 4,
    firstTimestamp: '2026-11-02T08:00:00Z',
    lastTimestamp: '2026-11-02T09:00:00Z',
  },
  PolicyReport: report,
  ClusterPolicyReport: report,
};
