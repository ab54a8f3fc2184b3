import { CheckCase } from './CheckCase';
import {
  autoscaler,
  deployment,
  deploymentOf,
  deploymentWith,
  job,
  other,
  service,
} from './manifests';

const together = { topologySpreadConstraints: undefined };
const storageClass = (provisioner: string) =>
  other('StorageClass', { provisioner }, 'storage.k8s.io/v1');

export const safeguardCases: CheckCase[] = [
  {
    check: 'SG01',
    name: 'two pods and nothing between them',
    broken: [deploymentOf(together)],
    healthy: [
      deploymentOf({
        ...together,
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }],
          },
        },
      }),
    ],
    verdict: 'warning',
    fields: ['spec.template.spec.topologySpreadConstraints'],
  },
  {
    check: 'SG01',
    name: 'as many pods as an autoscaler wants',
    broken: [
      deployment({ replicas: undefined, template: { spec: together } }),
      autoscaler(),
    ],
    healthy: [deployment({ replicas: 1, template: { spec: together } })],
    verdict: 'warning',
    fields: ['spec.template.spec.topologySpreadConstraints'],
  },
  {
    check: 'SG02',
    name: 'a label of AKS on pods',
    broken: [
      deployment({
        template: {
          metadata: { labels: { 'kubernetes.azure.com/managedby': 'aks' } },
        },
      }),
    ],
    healthy: [
      deployment({
        template: { metadata: { labels: { 'kubernetes.io/x': 'y' } } },
      }),
    ],
    verdict: 'warning',
    fields: ['spec.template.metadata.labels[kubernetes.azure.com/managedby]'],
  },
  {
    check: 'SG03',
    name: 'no probe at all',
    broken: [
      deploymentWith({ readinessProbe: undefined, livenessProbe: undefined }),
    ],
    // What ends is not asked whether it is well.
    healthy: [deployment(), job()],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].readinessProbe'],
  },
  {
    check: 'SG03',
    name: 'no liveness probe',
    broken: [deploymentWith({ livenessProbe: undefined })],
    healthy: [deployment()],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].livenessProbe'],
  },
  {
    check: 'SG04',
    name: 'a driver of the past',
    broken: [storageClass('kubernetes.io/azure-disk')],
    healthy: [storageClass('disk.csi.azure.com')],
    verdict: 'broken',
    fields: ['provisioner'],
  },
  {
    check: 'SG05',
    name: 'the same selector twice',
    broken: [deployment(), service(), service({}, { name: 'again' })],
    healthy: [
      deployment({ template: { metadata: { labels: { part: 'web' } } } }),
      service(),
      service({ selector: { part: 'web' } }, { name: 'again' }),
    ],
    verdict: 'warning',
    fields: ['spec.selector', 'spec.selector'],
  },
  {
    check: 'SG06',
    name: 'no tag',
    broken: [deploymentWith({ image: 'shop.azurecr.io/front' })],
    healthy: [
      deploymentWith({
        image: `shop.azurecr.io/front@sha256:${'a'.repeat(64)}`,
      }),
    ],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].image'],
  },
  {
    check: 'SG06',
    name: 'the tag latest',
    broken: [deploymentWith({ image: 'localhost:5000/front:latest' })],
    healthy: [deploymentWith({ image: 'localhost:5000/front:1.0' })],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].image'],
  },
];
