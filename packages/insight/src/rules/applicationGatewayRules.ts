import { stackFactsOf } from '../exposures/ingressStack';
import { stackSubjectOf } from '../exposures/pathStack';
import { refOf } from '../RecordSet';
import { kubectl } from '../remedy/remedies';
import { ExposureRule } from './ExposureRule';
import { lastReported, troubleEvidence, troublesOf } from './troubles';
import { named } from './words';

const stoppedGateway: ExposureRule = {
  id: 'IN21',
  title: 'The Application Gateway is stopped',
  family: 'ingress',
  hop: 'address',
  routeKind: 'Ingress',
  severity: 'error',
  // Without events nothing is said here; that there is no address is IN35's.
  reads: ['Ingress'],
  fact: {
    source:
      'https://github.com/Azure/application-gateway-kubernetes-ingress/blob/master/pkg/controller/mutate_aks.go',
    date: '2026-11-28',
    verified: true,
  },
  judge(path, { records }) {
    const { record } = path.route;
    const subject = stackSubjectOf(path);
    // Once the gateway runs again the controller writes the address back.
    if (
      record.kind !== 'Ingress' ||
      record.addresses.length > 0 ||
      !subject ||
      stackFactsOf(subject)?.id !== 'application-gateway'
    ) {
      return undefined;
    }
    const trouble = troublesOf(record, records).find(({ signals }) =>
      signals.includes('gateway-stopped'),
    );
    return (
      trouble && {
        status: 'gateway stopped',
        clause: `the Application Gateway of the Ingress ${record.name} is stopped`,
        cause: `The controller of Application Gateway has taken the address from ${named(
          record,
        )}, because the gateway is stopped${lastReported(trouble)}.`,
        remedy: {
          text: 'Start the gateway with "az network application-gateway start"; the events of the Ingress name it and its resource group.',
          command: kubectl(
            record.namespace,
            'describe',
            `ingress/${record.name}`,
          ),
        },
        evidence: [
          {
            object: refOf(record),
            field: 'status.loadBalancer.ingress',
            value: 'empty',
          },
          troubleEvidence(trouble),
        ],
      }
    );
  },
};

/** What the controller of Application Gateway says of its gateway. */
export const applicationGatewayRules: readonly ExposureRule[] = [
  stoppedGateway,
];
