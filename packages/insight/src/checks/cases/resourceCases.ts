import { CheckCase } from './CheckCase';
import {
  container,
  deployment,
  deploymentOf,
  deploymentWith,
  podSpec,
} from './manifests';

export const resourceCases: CheckCase[] = [
  {
    check: 'WL19',
    name: 'no request for CPU',
    broken: [deploymentWith({ resources: { requests: { cpu: undefined } } })],
    healthy: [deployment()],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].resources.requests'],
  },
  {
    check: 'WL19',
    name: 'a second and an init container without any',
    broken: [
      deploymentOf({
        initContainers: [container({ name: 'prepare', resources: undefined })],
        containers: [
          container(),
          container({ name: 'proxy', resources: undefined }),
        ],
      }),
    ],
    healthy: [
      deploymentOf(
        podSpec({ initContainers: [container({ name: 'prepare' })] }),
      ),
    ],
    verdict: 'warning',
    fields: [
      'spec.template.spec.initContainers[0].resources.requests',
      'spec.template.spec.containers[1].resources.requests',
    ],
  },
  {
    check: 'WL19',
    name: 'nothing at all, where limits alone would do',
    broken: [deploymentWith({ resources: undefined })],
    healthy: [
      deploymentWith({
        resources: { requests: undefined, limits: { cpu: '1', memory: '1Gi' } },
      }),
    ],
    verdict: 'warning',
    fields: ['spec.template.spec.containers[0].resources.requests'],
  },
];
