import { invalidValue } from '../errors/fieldErrors';
import { KindBehaviour } from '../registry/KindBehaviour';
import { amountErrors } from './rolloutRules';

const NO_PODS = {
  disruptionsAllowed: 0,
  currentHealthy: 0,
  desiredHealthy: 0,
  expectedPods: 0,
};

/** PodDisruptionBudgets (policy/v1). */
export const podDisruptionBudget: KindBehaviour = {
  prepareCreate(object) {
    object.status = { ...NO_PODS };
  },
  validate(object) {
    const spec = Object(object.spec);
    const both =
      spec.minAvailable !== undefined && spec.maxUnavailable !== undefined;
    return [
      ...(both
        ? [
            invalidValue(
              'spec',
              spec,
              'minAvailable and maxUnavailable cannot be both set',
            ),
          ]
        : []),
      ...['minAvailable', 'maxUnavailable'].flatMap(field =>
        amountErrors(spec[field], `spec.${field}`),
      ),
    ];
  },
  zero: { spec: {}, status: NO_PODS },
};
