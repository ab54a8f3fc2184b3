import { imageVersion } from '../intent/image';
import { WorkloadIntent } from '../intent/WorkloadIntent';

/**
 * What selects the pods. It can never change, as a workload's selector cannot,
 * so nothing that changes is part of it.
 */
export function selectorLabels({
  name,
}: Pick<WorkloadIntent, 'name'>): Record<string, string> {
  return {
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/name': name,
  };
}

/** The label by which the portal finds the workload of an entity. */
export function portalLabel({
  name,
}: Pick<WorkloadIntent, 'name'>): Record<string, string> {
  return { 'backstage.io/kubernetes-id': name };
}

/** The labels of every object. */
export function objectLabels(intent: WorkloadIntent): Record<string, string> {
  const { partOf } = intent;
  return {
    ...selectorLabels(intent),
    ...(partOf ? { 'app.kubernetes.io/part-of': partOf } : {}),
    ...portalLabel(intent),
  };
}

/** The labels of the pods. */
export function podLabels(intent: WorkloadIntent): Record<string, string> {
  const version = imageVersion(intent.image);
  return {
    ...objectLabels(intent),
    ...(version ? { 'app.kubernetes.io/version': version } : {}),
    // Without it the webhook of workload identity passes the pods by.
    ...(intent.identity ? { 'azure.workload.identity/use': 'true' } : {}),
  };
}

/** The metadata of an object that belongs to an intent. */
export function metadataFor(
  intent: WorkloadIntent,
  name: string = intent.name,
  annotations: Record<string, string> = {},
) {
  return {
    name,
    namespace: intent.namespace,
    labels: objectLabels(intent),
    ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
  };
}
