import { ExposureIntent } from '../intent/exposure';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { GATEWAY_CLASSES } from '../objects/routes';
import { Problem } from '../plan/Problem';
import { mostReplicas, WorkloadPlan } from '../plan/WorkloadPlan';

const APP_ROUTING_NGINX = 'webapprouting.kubernetes.azure.com';

/** What is wrong with how it is reached from outside. */
export function exposureProblems(plan: WorkloadPlan): Problem[] {
  const { exposure } = plan.intent;
  switch (exposure.type) {
    case 'gateway':
      return [
        ...portProblems(plan.intent, exposure.port),
        ...gatewayProblems(exposure),
        ...gatewayNameProblems(plan.intent, exposure),
        ...noReplicaProblems(plan),
      ];
    case 'ingress':
      return [
        ...portProblems(plan.intent, exposure.port),
        ...ingressProblems(exposure),
        ...noReplicaProblems(plan),
      ];
    case 'load-balancer':
      return plan.intent.ports.length === 0
        ? [{ field: 'ports', message: 'must have a port to balance load over' }]
        : [];
    default:
      return [];
  }
}

function portProblems({ ports }: WorkloadIntent, name: string): Problem[] {
  const port = ports.find(candidate => candidate.name === name);
  return port?.protocol === 'TCP'
    ? []
    : [
        {
          field: 'exposure.port',
          message: 'must be the name of a TCP port in ports',
        },
      ];
}

function noReplicaProblems(plan: WorkloadPlan): Problem[] {
  return mostReplicas(plan) === 0
    ? [
        {
          field: 'scaling.replicas',
          message: 'must be at least 1 for what others reach from outside',
        },
      ]
    : [];
}

function gatewayProblems({
  gateway,
  tls,
}: Extract<ExposureIntent, { type: 'gateway' }>): Problem[] {
  if (gateway.use === 'shared') {
    return tls.by === 'none'
      ? []
      : [
          {
            field: 'exposure.tls.by',
            message:
              'must be none at a shared Gateway: its listeners have the certificates',
          },
        ];
  }
  const azure = gateway.stack === 'application-gateway-for-containers';
  const problems: [boolean, string, string][] = [
    [
      azure && gateway.internal,
      'gateway.internal',
      'cannot be had with Application Gateway for Containers, which is external only',
    ],
    [
      azure && !gateway.loadBalancer,
      'gateway.loadBalancer',
      'is required with Application Gateway for Containers: the ApplicationLoadBalancer to use',
    ],
    [
      !azure && gateway.loadBalancer !== undefined,
      'gateway.loadBalancer',
      'is for Application Gateway for Containers',
    ],
    [
      // https://learn.microsoft.com/azure/aks/app-routing-gateway-api-dns-tls, read
      // 2026-11-24: only for Gateways of the class approuting-istio.
      tls.by === 'key-vault' && gateway.stack !== 'app-routing',
      'tls.by',
      'can be key-vault only with application routing, which reads the certificate; use cert-manager or secret',
    ],
    [
      tls.by === 'key-vault' &&
        gateway.stack === 'app-routing' &&
        tls.serviceAccount === undefined,
      'tls.serviceAccount',
      'is required at a Gateway: whose workload identity reads the certificate',
    ],
  ];
  return named(problems);
}

// Istio calls the Service of a Gateway after the Gateway and its class, and a
// Service may have 63 characters: https://gateway-api.sigs.k8s.io/geps/gep-1762/.
function gatewayNameProblems(
  { name }: WorkloadIntent,
  { gateway }: Extract<ExposureIntent, { type: 'gateway' }>,
): Problem[] {
  if (
    gateway.use === 'shared' ||
    gateway.stack === 'application-gateway-for-containers'
  ) {
    return [];
  }
  const gatewayClass = GATEWAY_CLASSES[gateway.stack];
  const longest = 63 - `-${gatewayClass}`.length;
  return name.length > longest
    ? [
        {
          field: 'name',
          message: `must have at most ${longest} characters with a Gateway of its own, whose Service is called ${name}-${gatewayClass}`,
        },
      ]
    : [];
}

function ingressProblems({
  tls,
  className,
}: Extract<ExposureIntent, { type: 'ingress' }>): Problem[] {
  return named([
    [
      tls.by === 'key-vault' && className !== APP_ROUTING_NGINX,
      'tls.by',
      `can be key-vault only with the class ${APP_ROUTING_NGINX}`,
    ],
    [
      tls.by === 'key-vault' && tls.serviceAccount !== undefined,
      'tls.serviceAccount',
      'is for a Gateway; application routing reads for an Ingress with its own identity',
    ],
  ]);
}

function named(problems: readonly [boolean, string, string][]): Problem[] {
  return problems.flatMap(([wrong, field, message]) =>
    wrong ? [{ field: `exposure.${field}`, message }] : [],
  );
}
