import { AnnotationProblem } from '../../records/loadBalancer';
import { refOf } from '../../RecordSet';
import { change } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { lastReported, troubleEvidence, troublesOf } from '../troubles';
import { listed, named } from '../words';
import { gravity, problemsOf, problemText } from './annotationProblems';
import { BALANCED, loadBalancerOf } from './loadBalancerOf';

const PREFIX = 'service.beta.kubernetes.io/';

const RANGE_EVENTS = [
  'ConflictConfiguration',
  'InvalidSourceRanges',
  'InvalidAllowedIPRanges',
];

export const contradictingSources: ExposureRule = {
  id: 'IN09',
  title: 'The allowed sources of the load balancer contradict each other',
  family: 'ingress',
  hop: 'address',
  routeKind: BALANCED,
  severity: 'error',
  reads: ['Service'],
  fact: {
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/tree/master/pkg/provider',
    date: '2026-08-19',
    verified: true,
  },
  judge(path, { records }) {
    const record = loadBalancerOf(path);
    if (!record?.loadBalancer) {
      return undefined;
    }
    const { loadBalancer, sourceRanges } = record;
    const both = [
      ...(sourceRanges.length > 0 ? ['spec.loadBalancerSourceRanges'] : []),
      ...(loadBalancer.allowedRanges.length > 0
        ? [`${PREFIX}azure-allowed-ip-ranges`]
        : []),
    ];
    const wrong = problemsOf(record, /azure-allowed-ip-ranges$/);
    const trouble = troublesOf(record, records).find(({ reason }) =>
      RANGE_EVENTS.includes(reason),
    );
    const mixed =
      sourceRanges.length > 0 && loadBalancer.serviceTags.length > 0;
    if (both.length < 2 && wrong.length === 0 && !mixed) {
      return undefined;
    }
    const what = wrongSources(both, mixed, wrong);
    return {
      ...gravity(record, both.length > 1),
      status: 'allowed sources wrong',
      clause: `the Service ${record.name} ${what}`,
      cause: `${named(record)} ${what}${trouble ? lastReported(trouble) : ''}.`,
      remedy: change(record, {
        text: `Keep ${PREFIX}azure-allowed-ip-ranges alone, with ranges like 203.0.113.0/24; it goes together with service tags.`,
      }),
      evidence: [
        {
          object: refOf(record),
          field: 'spec.loadBalancerSourceRanges',
          value: listed(sourceRanges) || 'empty',
        },
        {
          object: refOf(record),
          field: `metadata.annotations[${PREFIX}azure-allowed-ip-ranges]`,
          value: listed(loadBalancer.allowedRanges) || 'none',
        },
        ...(trouble ? [troubleEvidence(trouble)] : []),
      ],
    };
  },
};

function wrongSources(
  both: readonly string[],
  mixed: boolean,
  wrong: readonly AnnotationProblem[],
): string {
  if (both.length > 1) {
    return `sets both ${both.join(' and ')}, which the provider refuses`;
  }
  return mixed
    ? `sets spec.loadBalancerSourceRanges beside ${PREFIX}azure-allowed-service-tags: the nodes then let in the ranges alone, whatever the tags allow`
    : problemText(wrong);
}
