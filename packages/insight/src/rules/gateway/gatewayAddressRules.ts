import { currentCondition } from '../../exposures/gateway/Attachment';
import { conditionText } from '../../exposures/gateway/gatewayFacts';
import { isApplicationGatewayForContainers } from '../../exposures/gateway/Attachment';
import { GATEWAY_ROUTE_KINDS } from '../../exposures/Route';
import { refOf } from '../../RecordSet';
import { change, kubectl } from '../../remedy/remedies';
import { ExposureRule } from '../ExposureRule';
import { isNew, waitOrBreak } from '../patience';
import { named } from '../words';

const withoutCredential: ExposureRule = {
  id: 'IN32',
  title: 'The ALB controller cannot sign in to Azure',
  family: 'ingress',
  hop: 'address',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway', 'GatewayClass'],
  fact: {
    source:
      'https://learn.microsoft.com/azure/application-gateway/for-containers/troubleshooting-guide',
    date: '2026-08-21',
    verified: true,
  },
  judge({ route: { attachment } }) {
    const { gateway, gatewayClass } = attachment ?? {};
    const condition = gateway?.conditions.find(
      ({ status, outdated, signals = [] }) =>
        status === 'False' &&
        !outdated &&
        signals.includes('federated-credential-missing'),
    );
    if (
      !gateway ||
      !condition ||
      !gatewayClass ||
      !isApplicationGatewayForContainers(gatewayClass)
    ) {
      return undefined;
    }
    return {
      status: 'controller not signed in',
      clause: `the ALB controller cannot sign in to Azure, so the Gateway ${gateway.name} gets no address`,
      cause: `${named(gateway)}: the controller reports ${
        condition.type
      } as False, and Entra ID answered it AADSTS70021: no federated credential of its identity matches its service account.`,
      remedy: {
        text: "Create the federated credential on the managed identity of the ALB controller, with the issuer of this cluster and the subject system:serviceaccount:azure-alb-system:alb-controller-sa (or the controller's namespace and service account, where they are called otherwise).",
        command: kubectl(
          'azure-alb-system',
          'get',
          'serviceaccount',
          'alb-controller-sa',
          '--output=yaml',
        ),
      },
      evidence: [
        {
          object: refOf(gateway),
          field: `status.conditions[${condition.type}]`,
          value: conditionText(condition),
        },
      ],
    };
  },
};

const withoutAddress: ExposureRule = {
  id: 'IN57',
  title: 'The Gateway has no address',
  family: 'ingress',
  hop: 'address',
  explainedBy: 'listener',
  routeKind: GATEWAY_ROUTE_KINDS,
  severity: 'error',
  reads: ['Gateway'],
  fact: {
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/v1.5.0/apis/v1/gateway_types.go',
    date: '2026-11-24',
    verified: true,
  },
  judge({ route: { attachment, addresses } }, { instant }) {
    const gateway = attachment?.gateway;
    if (!gateway || addresses.length > 0) {
      return undefined;
    }
    const fresh = isNew(gateway.createdAt, instant);
    const programmed = currentCondition(gateway.conditions, 'Programmed');
    return {
      ...waitOrBreak(fresh),
      status: fresh ? 'waiting for an address' : 'no address',
      clause: `the Gateway ${gateway.name} has no address`,
      cause: `The status of ${named(gateway)} names no address${
        programmed?.reason ? ` (${programmed.reason})` : ''
      }: its controller does not run, or what it set up (as a rule a Service of type LoadBalancer) has none itself.`,
      remedy: change(gateway, {
        text: 'Read what the controller says of the Gateway, and its events.',
        command: kubectl(
          gateway.namespace,
          'describe',
          `gateway/${gateway.name}`,
        ),
      }),
      evidence: [
        { object: refOf(gateway), field: 'status.addresses', value: 'empty' },
        ...(programmed
          ? [
              {
                object: refOf(gateway),
                field: 'status.conditions[Programmed]',
                value: conditionText(programmed),
              },
            ]
          : []),
      ],
    };
  },
};

export const gatewayAddressRules: readonly ExposureRule[] = [
  withoutCredential,
  withoutAddress,
];
