import { forbiddenField, invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { valueAt } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';

/** What is wrong with how a Deployment rolls out. */
export function rolloutErrors(object: KubernetesObject): FieldError[] {
  const strategy = 'spec.strategy';
  const path = `${strategy}.rollingUpdate`;
  const rolling = Object(valueAt(object, path));
  const { maxSurge, maxUnavailable } = rolling;
  const ready = Number(valueAt(object, 'spec.minReadySeconds') ?? 0);
  const deadline = Number(
    valueAt(object, 'spec.progressDeadlineSeconds') ?? 600,
  );
  const recreates = valueAt(object, `${strategy}.type`) === 'Recreate';
  return [
    ...(recreates && valueAt(object, path)
      ? [
          forbiddenField(
            path,
            "may not be specified when strategy `type` is 'Recreate'",
          ),
        ]
      : []),
    ...(recreates
      ? []
      : [
          ...amountErrors(maxUnavailable, `${path}.maxUnavailable`),
          ...amountErrors(maxSurge, `${path}.maxSurge`, Infinity),
          ...(isZero(maxUnavailable) && isZero(maxSurge)
            ? [
                invalidValue(
                  `${path}.maxUnavailable`,
                  maxUnavailable,
                  'may not be 0 when `maxSurge` is 0',
                ),
              ]
            : []),
        ]),
    ...(deadline <= ready
      ? [
          invalidValue(
            'spec.progressDeadlineSeconds',
            deadline,
            'must be greater than minReadySeconds',
          ),
        ]
      : []),
  ];
}

/** What is wrong with how a DaemonSet takes a new version to its nodes. */
export function nodeUpdateErrors(object: KubernetesObject): FieldError[] {
  const path = 'spec.updateStrategy.rollingUpdate';
  if (valueAt(object, 'spec.updateStrategy.type') !== 'RollingUpdate') {
    return [];
  }
  const { maxSurge, maxUnavailable } = Object(valueAt(object, path));
  const none = isZero(maxSurge) && isZero(maxUnavailable);
  const both = !isZero(maxSurge) && !isZero(maxUnavailable);
  return [
    ...amountErrors(maxUnavailable, `${path}.maxUnavailable`),
    ...amountErrors(maxSurge, `${path}.maxSurge`),
    ...(both
      ? [
          invalidValue(
            `${path}.maxSurge`,
            maxSurge,
            'may not be set when maxUnavailable is non-zero',
          ),
        ]
      : []),
    ...(none
      ? [required(`${path}.maxUnavailable`, 'cannot be 0 when maxSurge is 0')]
      : []),
  ];
}

/** What is wrong with a number of pods or a percentage of them. */
export function amountErrors(
  amount: unknown,
  field: string,
  most = 100,
): FieldError[] {
  if (typeof amount !== 'string') {
    return Number(amount ?? 0) < 0
      ? [invalidValue(field, amount, 'must be greater than or equal to 0')]
      : [];
  }
  if (!/^\d+%$/.test(amount)) {
    return [
      invalidValue(
        field,
        amount,
        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      ),
    ];
  }
  return parseInt(amount, 10) > most
    ? [invalidValue(field, amount, 'must not be greater than 100%')]
    : [];
}

function isZero(amount: unknown): boolean {
  return amount === undefined || parseInt(String(amount), 10) === 0;
}
