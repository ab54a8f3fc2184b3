import { StatefulSet, Volume } from '../objects/workloads';
import { ControllerContext } from './ControllerContext';
import { reportEvent } from './reportEvent';
import { PERSISTENT_VOLUME_CLAIMS, STATEFUL_SETS } from './resources';

/**
 * The volumes of a StatefulSet's pod: those of its template, and one for each
 * claim of its own. Claims that are not there are made; they outlive the pod.
 */
export function claimVolumes(
  context: ControllerContext,
  set: StatefulSet,
  pod: string,
): Volume[] {
  const { template, volumeClaimTemplates = [], selector } = set.spec;
  const { namespace } = set.metadata;
  const own = volumeClaimTemplates.map(({ metadata, spec }) => {
    const name = `${metadata.name}-${pod}`;
    if (!context.find(PERSISTENT_VOLUME_CLAIMS, `${namespace}/${name}`)) {
      context.create(PERSISTENT_VOLUME_CLAIMS, namespace, {
        metadata: {
          name,
          labels: { ...metadata.labels, ...selector.matchLabels },
          annotations: metadata.annotations,
        },
        spec,
      });
      reportEvent(context, STATEFUL_SETS, set, {
        type: 'Normal',
        reason: 'SuccessfulCreate',
        message: `create Claim ${name} Pod ${pod} in StatefulSet ${set.metadata.name} success`,
        component: 'statefulset-controller',
      });
    }
    return { name: metadata.name, persistentVolumeClaim: { claimName: name } };
  });
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own,
    ...(template.spec.volumes ?? []).filter(({ name }) => !names.has(name)),
  ];
}
