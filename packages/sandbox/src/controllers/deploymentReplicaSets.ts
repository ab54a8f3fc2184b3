import { sameJson } from '../objects/equality';
import { canonicalJson } from '../objects/json';
import { hashedSuffix } from '../objects/names';
import { Deployment, PodTemplate, ReplicaSet } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { reportEvent } from './reportEvent';
import { DEPLOYMENTS, REPLICA_SETS } from './resources';

const HASH_LABEL = 'pod-template-hash';
const REVISION = 'deployment.kubernetes.io/revision';

/** The ReplicaSets a Deployment controls. */
export function replicaSetsOf(
  context: ControllerContext,
  { metadata }: Deployment,
): ReplicaSet[] {
  return context
    .list<ReplicaSet>(REPLICA_SETS, metadata.namespace)
    .filter(
      replicaSet =>
        !replicaSet.metadata.deletionTimestamp &&
        replicaSet.metadata.ownerReferences?.some(
          ({ uid }) => uid === metadata.uid,
        ),
    );
}

/** The ReplicaSet that has the Deployment's present template. */
export function currentReplicaSet(
  { spec }: Deployment,
  owned: ReplicaSet[],
): ReplicaSet | undefined {
  return owned.find(replicaSet =>
    sameJson(withoutHash(replicaSet.spec.template), withoutHash(spec.template)),
  );
}

/** Creates the ReplicaSet for the Deployment's present template. */
export function newReplicaSet(
  context: ControllerContext,
  deployment: Deployment,
  owned: ReplicaSet[],
): ReplicaSet {
  const { metadata, spec } = deployment;
  // Not the real hash, which depends on Go's memory layout; equal templates
  // have equal hashes all the same.
  const hash = hashedSuffix(canonicalJson(spec.template));
  const labels = { ...spec.template.metadata?.labels, [HASH_LABEL]: hash };
  const revision =
    1 +
    Math.max(
      0,
      ...owned.map(({ metadata: own }) =>
        Number(own.annotations?.[REVISION] ?? 0),
      ),
    );
  const fresh = owned.length === 0;
  const created = context.create<ReplicaSet>(REPLICA_SETS, metadata.namespace, {
    metadata: {
      name: `${metadata.name}-${hash}`,
      labels,
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [context.ownerReference(DEPLOYMENTS, deployment)],
    },
    spec: {
      replicas: fresh ? spec.replicas : 0,
      selector: {
        ...spec.selector,
        matchLabels: { ...spec.selector.matchLabels, [HASH_LABEL]: hash },
      },
      template: {
        ...spec.template,
        metadata: { ...spec.template.metadata, labels },
      },
      ...(spec.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
    },
  });
  if (fresh && spec.replicas > 0) {
    reportEvent(context, DEPLOYMENTS, deployment, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled up replica set ${created.metadata.name} from 0 to ${spec.replicas}`,
      component: 'deployment-controller',
    });
  }
  return created;
}

function withoutHash(template: PodTemplate) {
  const { [HASH_LABEL]: _, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}
