import { CheckCase } from './CheckCase';
import { deployment, deploymentWith, pod, workload } from './manifests';

const other = { 'app.kubernetes.io/instance': 'shop-back' };

export const kindCases: CheckCase[] = [
  {
    check: 'WL01',
    name: 'a bare pod',
    broken: [pod()],
    healthy: [deployment()],
    verdict: 'warning',
    fields: ['kind'],
  },
  {
    check: 'WL01',
    name: 'a bare ReplicaSet',
    broken: [{ ...deployment(), kind: 'ReplicaSet' }],
    healthy: [deployment()],
    verdict: 'warning',
    fields: ['kind'],
  },
  {
    check: 'SB03',
    name: 'a privileged container of a bare ReplicaSet',
    broken: [
      {
        ...deploymentWith({ securityContext: { privileged: true } }),
        kind: 'ReplicaSet',
      },
    ],
    healthy: [deployment()],
    verdict: 'broken',
    fields: ['spec.template.spec.containers[0].securityContext.privileged'],
    alsoFound: ['WL01', 'SR02'],
  },
  {
    check: 'WL13',
    name: 'a selector that its own pods do not meet',
    broken: [deployment({ selector: { matchLabels: { tier: 'web' } } })],
    healthy: [deployment()],
    verdict: 'broken',
    fields: ['spec.selector', 'spec.template.metadata.labels'],
  },
  {
    check: 'WL13',
    name: 'no selector at all',
    broken: [deployment({ selector: undefined })],
    healthy: [deployment()],
    verdict: 'broken',
    fields: ['spec.selector', 'spec.template.metadata.labels'],
  },
  {
    check: 'WL13',
    name: 'a selector that also takes the pods of another workload',
    broken: [
      deployment(
        {
          selector: { matchLabels: other },
          template: { metadata: { labels: other } },
        },
        { name: 'shop-back' },
      ),
      workload('DaemonSet', {
        metadata: { name: 'shop-agent' },
        spec: { template: { metadata: { labels: other } } },
      }),
    ],
    healthy: [
      deployment(
        {
          selector: { matchLabels: other },
          template: { metadata: { labels: other } },
        },
        { name: 'shop-back' },
      ),
      workload('DaemonSet'),
    ],
    verdict: 'broken',
    fields: ['spec.selector', 'spec.template.metadata.labels'],
  },
];
