import type { IService, IServiceAccount } from 'kubernetes-models/v1';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { ends, WorkloadPlan } from '../plan/WorkloadPlan';
import { metadataFor, portalLabel, selectorLabels } from './labels';
import { lean, Manifest } from './Manifest';
import { headlessName } from './workload';

const AZURE = 'service.beta.kubernetes.io/azure-load-balancer';

/** The account that the pods run as, with the identity that they have in Azure. */
export function serviceAccount(intent: WorkloadIntent): Manifest {
  const { identity, usesKubernetesApi } = intent;
  const object: IServiceAccount & Manifest['object'] = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadataFor(intent, intent.name, {
      ...(identity
        ? { 'azure.workload.identity/client-id': identity.clientId }
        : {}),
      ...(identity?.tenantId
        ? { 'azure.workload.identity/tenant-id': identity.tenantId }
        : {}),
    }),
    automountServiceAccountToken: usesKubernetesApi,
  };
  return {
    object,
    comments: [
      ...(identity
        ? [
            {
              path: ['metadata', 'annotations'],
              text: `The managed identity needs a federated credential for each namespace: its subject is system:serviceaccount:<namespace>:${intent.name}.`,
            },
          ]
        : []),
      ...(usesKubernetesApi
        ? [
            {
              path: ['automountServiceAccountToken'],
              text: 'The token alone permits next to nothing: bind a Role with what the program has to do to this account.',
            },
          ]
        : []),
    ],
  };
}

/** The Services by which others, and its own copies, reach the pods. */
export function services(plan: WorkloadPlan): Manifest[] {
  const { intent, kind } = plan;
  return [
    ...(kind === 'StatefulSet' ? [headlessService(plan)] : []),
    ...(intent.ports.length > 0 && !ends(kind) ? [service(intent)] : []),
  ];
}

function headlessService(plan: WorkloadPlan): Manifest {
  const { intent } = plan;
  const object: IService & Manifest['object'] = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataFor(intent, headlessName(plan)),
    spec: lean<NonNullable<IService['spec']>>({
      type: 'ClusterIP',
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      // In other words than the Service that is called: safeguards of AKS refuse two
      // Services with the same selector.
      selector: { ...selectorLabels(intent), ...portalLabel(intent) },
      ports: intent.ports.map(({ name, port, protocol }) => ({
        name,
        port,
        protocol,
        targetPort: name,
      })),
    }),
  };
  return {
    object,
    part: 'headless',
    comments: [
      {
        path: ['spec', 'publishNotReadyAddresses'],
        text: 'The copies have to find each other before they are ready.',
      },
    ],
  };
}

function service(intent: WorkloadIntent): Manifest {
  const { exposure } = intent;
  const balanced = exposure.type === 'load-balancer' ? exposure : undefined;
  const object: IService & Manifest['object'] = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataFor(
      intent,
      intent.name,
      balanced?.internal ? { [`${AZURE}-internal`]: 'true' } : {},
    ),
    spec: lean<NonNullable<IService['spec']>>({
      type: balanced ? 'LoadBalancer' : 'ClusterIP',
      externalTrafficPolicy: balanced?.keepClientAddress ? 'Local' : undefined,
      loadBalancerSourceRanges: balanced?.sourceRanges,
      selector: selectorLabels(intent),
      ports: intent.ports.map(({ name, port, servicePort, protocol }) => ({
        name,
        port: servicePort ?? port,
        protocol,
        targetPort: name,
      })),
    }),
  };
  return {
    object,
    comments: [
      ...(balanced?.internal
        ? [
            {
              path: ['metadata', 'annotations'],
              text: 'An address in the virtual network, not on the internet.',
            },
          ]
        : []),
      ...(balanced && !balanced.internal
        ? [
            {
              path: ['spec', 'type'],
              text:
                balanced.sourceRanges.length > 0
                  ? 'An address on the internet, for the networks in loadBalancerSourceRanges.'
                  : 'An address on the internet, and everybody may call it.',
            },
          ]
        : []),
      ...(balanced?.keepClientAddress
        ? [
            {
              path: ['spec', 'externalTrafficPolicy'],
              text: 'The pods see the address of the client; only nodes with a ready pod take traffic.',
            },
          ]
        : []),
    ],
  };
}
