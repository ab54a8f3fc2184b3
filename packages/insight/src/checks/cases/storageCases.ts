import { CheckCase } from './CheckCase';
import {
  autoscaler,
  claim,
  container,
  deployment,
  deploymentOf,
  deploymentWith,
  service,
  workload,
} from './manifests';

const volumes = [
  { name: 'data', persistentVolumeClaim: { claimName: 'shop-data' } },
];
const with1 = (spec: object) =>
  deployment({ ...spec, template: { spec: { volumes } } });
const database = container({ image: 'docker.io/library/postgres:18.1' });

export const storageCases: CheckCase[] = [
  {
    check: 'WL02',
    name: 'two pods and ReadWriteOnce',
    broken: [with1({}), claim()],
    healthy: [with1({}), claim(['ReadWriteMany'])],
    verdict: 'broken',
    fields: ['spec.template.spec.volumes', 'spec.accessModes'],
  },
  {
    check: 'WL02',
    name: 'as many pods as an autoscaler wants',
    broken: [with1({ replicas: undefined }), autoscaler(), claim()],
    healthy: [
      with1({ replicas: 1, strategy: { type: 'Recreate' } }),
      claim(['ReadWriteOncePod']),
    ],
    verdict: 'broken',
    fields: ['spec.template.spec.volumes', 'spec.accessModes'],
  },
  {
    check: 'WL02',
    name: 'a claim of which nothing is known',
    broken: [with1({})],
    healthy: [deployment()],
    verdict: 'unknown',
    fields: ['spec.template.spec.volumes'],
  },
  {
    check: 'WL03',
    name: 'a rolling update',
    broken: [with1({ replicas: 1 }), claim()],
    healthy: [with1({ replicas: 1, strategy: { type: 'Recreate' } }), claim()],
    verdict: 'warning',
    fields: ['spec.template.spec.volumes', 'spec.accessModes'],
  },
  {
    check: 'WL06',
    name: 'PostgreSQL as a Deployment',
    broken: [deploymentOf({ containers: [database] })],
    healthy: [
      deploymentWith({ image: 'quay.io/community/postgres-exporter:0.18.0' }),
    ],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].image'],
  },
  {
    check: 'WL06',
    name: 'a StatefulSet without claims',
    broken: [
      workload('StatefulSet', {
        spec: {
          template: { spec: { containers: [database] } },
          volumeClaimTemplates: undefined,
        },
      }),
      service({ clusterIP: 'None' }),
    ],
    healthy: [
      workload('StatefulSet', {
        spec: { template: { spec: { containers: [database] } } },
      }),
      service({ clusterIP: 'None' }),
    ],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].image'],
  },
  {
    check: 'WL16',
    name: 'a directory of the node',
    broken: [
      deploymentOf({
        volumes: [
          { name: 'tmp', emptyDir: {} },
          { name: 'data', hostPath: { path: '/data' } },
        ],
      }),
    ],
    healthy: [deploymentOf({ volumes: [{ name: 'tmp', emptyDir: {} }] })],
    verdict: 'warning',
    fields: ['spec.template.spec.volumes[1].hostPath'],
    alsoFound: ['SB05'],
  },
];
