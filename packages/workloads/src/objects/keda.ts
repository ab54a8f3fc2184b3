import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { ITriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication';
import { TriggerIntent } from '../intent/scaling';
import { WorkloadIntent } from '../intent/WorkloadIntent';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { inOrder } from './configData';
import { shortHash } from './contentHash';
import { metadataFor } from './labels';
import { lean, Manifest } from './Manifest';

/** KEDA's autoscaler of a workload that keeps running. */
export function scaledObject({
  intent,
  kind,
  scaling,
}: WorkloadPlan): Manifest[] {
  if (scaling?.type !== 'keda') {
    return [];
  }
  const object: IScaledObject & Manifest['object'] = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: metadataFor(intent),
    spec: lean<NonNullable<IScaledObject['spec']>>({
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: intent.name },
      minReplicaCount: scaling.minReplicas,
      maxReplicaCount: scaling.maxReplicas,
      pollingInterval: scaling.pollingSeconds ?? 30,
      cooldownPeriod: scaling.cooldownSeconds ?? 300,
      fallback: scaling.fallback,
      triggers: triggersOf(intent, scaling.triggers),
    }),
  };
  return [
    {
      object,
      comments: [
        ...(scaling.minReplicas === 0 && intent.exposure.type !== 'none'
          ? [
              {
                path: ['spec', 'minReplicaCount'],
                text: 'While there is no copy, nobody answers: a call from outside starts none, only the triggers do.',
              },
            ]
          : []),
        {
          path: ['spec', 'cooldownPeriod'],
          text: 'Counts only on the way from one copy to none.',
        },
      ],
    },
  ];
}

/** How KEDA signs in to the sources of its triggers. */
export function triggerAuthentications({
  intent,
  scaling,
}: WorkloadPlan): Manifest[] {
  const triggers =
    scaling?.type === 'keda' || scaling?.type === 'keda-jobs'
      ? scaling.triggers
      : [];
  const identities = triggers.flatMap(({ authentication }) =>
    authentication?.type === 'workload-identity'
      ? [authentication.clientId]
      : [],
  );
  return [...new Set(identities)].map(identityId => {
    const object: ITriggerAuthentication & Manifest['object'] = {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'TriggerAuthentication',
      metadata: metadataFor(intent, authenticationName(intent, identityId)),
      spec: {
        podIdentity: lean({ provider: 'azure-workload' as const, identityId }),
      },
    };
    return {
      object,
      part: identityId && shortHash(identityId),
      comments: [
        {
          path: ['spec', 'podIdentity'],
          // AKS documentation, “Securely scale your applications using the KEDA
          // add-on and workload identity”, read on 2026-11-28.
          text: identityId
            ? 'KEDA signs in as this identity, which needs a federated credential for the service account of its operator: on AKS system:serviceaccount:kube-system:keda-operator.'
            : 'KEDA signs in as the identity of its operator, which has to have a right to look at what scales this.',
        },
      ],
    };
  });
}

/** Triggers as KEDA wants them: all metadata is text. */
export function triggersOf(
  intent: WorkloadIntent,
  triggers: readonly TriggerIntent[],
): NonNullable<IScaledObject['spec']>['triggers'] {
  return triggers.map(trigger =>
    lean({
      type: trigger.type,
      name: trigger.name,
      // On CPU and memory KEDA wants the type of the target beside the metadata.
      metricType:
        trigger.type === 'cpu' || trigger.type === 'memory'
          ? ('Utilization' as const)
          : undefined,
      metadata: inOrder(Object.entries(trigger.metadata)),
      authenticationRef: authenticationRef(intent, trigger),
    }),
  );
}

function authenticationRef(
  intent: WorkloadIntent,
  { authentication }: TriggerIntent,
) {
  switch (authentication?.type) {
    case 'workload-identity':
      return { name: authenticationName(intent, authentication.clientId) };
    case 'existing':
      return { name: authentication.name, kind: authentication.kind };
    default:
      return undefined;
  }
}

function authenticationName(
  { name }: WorkloadIntent,
  clientId: string | undefined,
): string {
  return clientId ? `${name}-${shortHash(clientId)}` : name;
}
