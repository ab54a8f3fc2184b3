import { isJsonObject, objectsIn, valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { AGE, NAME, numberColumn, TableColumn, textColumn } from './columns';

// More are counted.
const SHOWN_METRICS = 2;

/** Columns of the kinds that say how many pods there are to be. */
export const scalingColumns: Record<string, TableColumn[]> = {
  'autoscaling/horizontalpodautoscalers': [
    NAME,
    {
      name: 'Reference',
      type: 'string',
      description: 'What is scaled.',
      cell: hpa =>
        `${valueAt(hpa, 'spec.scaleTargetRef.kind')}/${valueAt(
          hpa,
          'spec.scaleTargetRef.name',
        )}`,
    },
    {
      name: 'Targets',
      type: 'string',
      description: 'What is measured and what is wanted.',
      cell: targetsText,
    },
    textColumn('MinPods', 'spec.minReplicas', 'The least.', '<unset>'),
    numberColumn('MaxPods', 'spec.maxReplicas', 'The most.'),
    numberColumn('Replicas', 'status.currentReplicas', 'How many there are.'),
    AGE,
  ],
  'policy/poddisruptionbudgets': [
    NAME,
    textColumn('Min Available', 'spec.minAvailable', 'How many stay.', 'N/A'),
    textColumn(
      'Max Unavailable',
      'spec.maxUnavailable',
      'How many may be gone.',
      'N/A',
    ),
    numberColumn(
      'Allowed Disruptions',
      'status.disruptionsAllowed',
      'How many may go now.',
    ),
    AGE,
  ],
};

function targetsText(hpa: KubernetesObject): string {
  const metrics = objectsIn(valueAt(hpa, 'spec.metrics'));
  const current = objectsIn(valueAt(hpa, 'status.currentMetrics'));
  const texts = metrics
    .slice(0, SHOWN_METRICS)
    .map((metric, index) => targetText(metric, current[index]));
  const more = metrics.length - texts.length;
  return metrics.length === 0
    ? '<none>'
    : `${texts.join(', ')}${more > 0 ? ` + ${more} more...` : ''}`;
}

function targetText(metric: unknown, current: unknown): string {
  const source = Object.values(isJsonObject(metric) ? metric : {}).find(
    isJsonObject,
  );
  const now = Object.values(isJsonObject(current) ? current : {}).find(
    isJsonObject,
  );
  const resource = valueAt(source, 'name');
  const name = typeof resource === 'string' ? `${resource}: ` : '';
  const utilization = valueAt(source, 'target.averageUtilization');
  if (utilization !== undefined) {
    const present = valueAt(now, 'current.averageUtilization');
    return `${name}${
      present === undefined ? '<unknown>' : `${present}%`
    }/${utilization}%`;
  }
  const average = valueAt(source, 'target.averageValue');
  const field = average === undefined ? 'value' : 'averageValue';
  const wanted = average ?? valueAt(source, 'target.value');
  const present = valueAt(now, `current.${field}`) ?? '<unknown>';
  // Of other metrics than resources it is said that it is an average.
  const mark = average !== undefined && name === '' ? ' (avg)' : '';
  return `${name}${present}/${wanted}${mark}`;
}
