import { invalidValue, required } from '../errors/fieldErrors';
import { ensureObject, setDefault, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';
import { metricErrors } from './metricRules';
import { scalingPolicyErrors } from './scalingPolicyRules';

/** HorizontalPodAutoscalers (autoscaling/v2). */
export const horizontalPodAutoscaler: KindBehaviour = {
  applyDefaults(object) {
    const spec = ensureObject(object, 'spec');
    setDefault(spec, 'minReplicas', 1);
    setDefault(spec, 'metrics', [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ]);
  },
  prepareCreate(object) {
    object.status = { desiredReplicas: 0, currentMetrics: null };
  },
  validate(object) {
    const minimum = Number(valueAt(object, 'spec.minReplicas'));
    const maximum = Number(valueAt(object, 'spec.maxReplicas') ?? 0);
    if (minimum < 1) {
      return [
        invalidValue(
          'spec.minReplicas',
          minimum,
          'must be greater than or equal to 1',
        ),
      ];
    }
    if (maximum < 1) {
      return [
        invalidValue('spec.maxReplicas', maximum, 'must be greater than 0'),
      ];
    }
    return [
      ...(maximum < minimum
        ? [
            invalidValue(
              'spec.maxReplicas',
              maximum,
              'must be greater than or equal to `minReplicas`',
            ),
          ]
        : []),
      ...['kind', 'name']
        .map(field => `spec.scaleTargetRef.${field}`)
        .filter(field => !valueAt(object, field))
        .map(field => required(field)),
      ...metricErrors(valueAt(object, 'spec.metrics'), 'spec.metrics'),
      ...scalingPolicyErrors(valueAt(object, 'spec.behavior'), 'spec.behavior'),
    ];
  },
  zero: {
    spec: { scaleTargetRef: { kind: '', name: '' }, maxReplicas: 0 },
    status: { desiredReplicas: 0, currentMetrics: null },
  },
};
