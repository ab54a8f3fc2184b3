import { CheckCase } from './CheckCase';
import { deployment, deploymentWith, deploymentOf, other } from './manifests';

const settings = (data: object) => other('ConfigMap', { data });
const from = (reference: object) =>
  deploymentWith({
    env: [
      {
        name: 'MODE',
        valueFrom: {
          configMapKeyRef: { name: 'shop-front', key: 'mode', ...reference },
        },
      },
    ],
  });

export const configurationCases: CheckCase[] = [
  {
    check: 'WL32',
    name: 'a key that a ConfigMap does not have',
    broken: [from({}), settings({ other: 'x' })],
    healthy: [from({}), settings({ mode: 'x' })],
    verdict: 'broken',
    fields: ['spec.template.spec.containers'],
  },
  {
    check: 'WL32',
    name: 'a ConfigMap that is not there',
    broken: [from({})],
    healthy: [from({ optional: true })],
    verdict: 'unknown',
    fields: ['spec.template.spec.containers'],
  },
  {
    check: 'WL32',
    name: 'a service account that does not exist',
    broken: [
      deployment({
        replicas: 1,
        template: { spec: { serviceAccountName: 'shop-front' } },
      }),
    ],
    healthy: [
      deployment({
        replicas: 1,
        template: { spec: { serviceAccountName: 'shop-front' } },
      }),
      other('ServiceAccount', {}),
    ],
    verdict: 'broken',
    fields: ['spec.template.spec.serviceAccountName'],
    options: { complete: true },
  },
  {
    check: 'WL32',
    name: 'a SecretProviderClass that is not there',
    broken: [
      deploymentOf({
        volumes: [
          {
            name: 'vault',
            csi: {
              driver: 'secrets-store.csi.k8s.io',
              volumeAttributes: { secretProviderClass: 'shop-front' },
            },
          },
        ],
      }),
    ],
    healthy: [deployment()],
    verdict: 'unknown',
    fields: ['spec.template.spec.volumes'],
  },
  {
    check: 'WL34',
    name: 'more than a ConfigMap may have',
    broken: [settings({ file: 'x'.repeat(1024 * 1024) })],
    healthy: [settings({ file: 'x'.repeat(900 * 1024) })],
    verdict: 'broken',
    fields: ['data'],
  },
  {
    check: 'WL34',
    name: 'nearly as much as a ConfigMap may have',
    broken: [settings({ file: 'x'.repeat(1000 * 1024) })],
    healthy: [settings({ file: 'x' })],
    verdict: 'warning',
    fields: ['data'],
  },
];
