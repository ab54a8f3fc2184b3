import { healthProbeOf } from '../../exposures/loadBalancer/healthProbe';
import { refOf } from '../../RecordSet';
import { change } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { listed, named } from '../words';
import {
  gravity,
  problemEvidence,
  problemsOf,
  problemText,
} from './annotationProblems';
import { contradictingSources } from './contradictingSources';
import { BALANCED, loadBalancerOf } from './loadBalancerOf';

const PREFIX = 'service.beta.kubernetes.io/';

const FACT = {
  source:
    'https://github.com/kubernetes-sigs/cloud-provider-azure/tree/master/pkg/provider',
  date: '2026-08-19',
  verified: true,
};

// learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update
const MOST_SECONDS = 120;

const impossibleProbe: ExposureRule = {
  id: 'IN10',
  title: 'The health probe of the load balancer has impossible numbers',
  family: 'ingress',
  hop: 'address',
  routeKind: BALANCED,
  severity: 'error',
  reads: ['Service'],
  fact: FACT,
  judge(path) {
    const record = loadBalancerOf(path);
    if (!record?.loadBalancer) {
      return undefined;
    }
    const [port] = path.entrance?.ports ?? [];
    const wrong = problemsOf(record, /health-?probe/).filter(
      ({ refused }) => refused,
    );
    const probe = port && healthProbeOf(record, port);
    const lasts =
      probe && probe.protocol !== 'none' ? probe.interval * probe.failures : 0;
    if (wrong.length === 0 && lasts < MOST_SECONDS) {
      return undefined;
    }
    const what =
      wrong.length > 0
        ? problemText(wrong)
        : `asks for a health probe that gives up after ${lasts} seconds (interval × failures), and Azure takes less than ${MOST_SECONDS}`;
    return {
      ...gravity(record, true),
      status: 'probe refused',
      clause: `the Service ${record.name} ${what}`,
      cause: `${named(
        record,
      )} ${what}. AKS then sets up nothing of the load balancer, or leaves it as it was.`,
      remedy: change(record, {
        text: `Correct the annotations of the probe: an interval of 5 seconds or more, 2 failures or more, and less than ${MOST_SECONDS} seconds together.`,
      }),
      evidence:
        wrong.length > 0
          ? wrong.map(problem => problemEvidence(record, problem))
          : [
              {
                object: refOf(record),
                field: 'health probe: interval × failures',
                value: `${lasts} seconds`,
              },
            ],
    };
  },
};

const unheardAnnotation: ExposureRule = {
  id: 'IN60',
  title: 'An annotation of the load balancer is wrong or has no effect',
  family: 'ingress',
  hop: 'address',
  routeKind: BALANCED,
  severity: 'warning',
  reads: ['Service'],
  fact: FACT,
  judge(path) {
    const record = loadBalancerOf(path);
    if (!record) {
      return undefined;
    }
    const wrong = problemsOf(record, /./).filter(
      ({ annotation, refused }) =>
        !refused || !/health-?probe|azure-allowed-ip-ranges$/.test(annotation),
    );
    if (wrong.length === 0) {
      return undefined;
    }
    const refused = wrong.some(problem => problem.refused);
    const what = problemText(wrong);
    return {
      severity: refused ? 'warning' : 'info',
      status: refused ? 'annotation wrong' : 'annotation without effect',
      clause: `the Service ${record.name} ${what}`,
      cause: `${named(record)} ${what}.`,
      remedy: change(record, {
        text: 'Correct the annotation, or remove it.',
      }),
      evidence: wrong.map(problem => problemEvidence(record, problem)),
    };
  },
};

const externalAddresses: ExposureRule = {
  id: 'IN30',
  title: 'The Service has external IPs, which Kubernetes gives up',
  family: 'ingress',
  hop: 'address',
  routeKind: 'Service',
  severity: 'info',
  reads: ['Service'],
  fact: {
    source: 'https://www.kubernetes.dev/resources/keps/5707/',
    date: '2026-05-14',
    verified: true,
  },
  judge(path) {
    const record = loadBalancerOf(path);
    if (!record || record.externalIps.length === 0) {
      return undefined;
    }
    return {
      status: 'assigned; external IPs as well',
      clause: `the Service ${record.name} has external IPs`,
      cause: `${named(record)} sets spec.externalIPs to ${listed(
        record.externalIps,
      )}. The load balancer knows nothing of these, and Kubernetes 1.36 has deprecated them: whoever may create a Service can take any address by them. Nodes will stop serving them in a later version, and clusters with strict policies refuse them today.`,
      remedy: change(record, {
        text: `Remove spec.externalIPs; for a static address use ${PREFIX}azure-load-balancer-ipv4.`,
      }),
      evidence: [
        {
          object: refOf(record),
          field: 'spec.externalIPs',
          value: listed(record.externalIps),
        },
      ],
    };
  },
};

export const settingsRules: readonly ExposureRule[] = [
  contradictingSources,
  impossibleProbe,
  unheardAnnotation,
  externalAddresses,
];
