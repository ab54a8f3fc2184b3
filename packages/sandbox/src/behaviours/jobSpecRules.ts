import {
  duplicate,
  invalidValue,
  notSupported,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn, valueAt } from '../objects/json';
import { textErrors } from '../registry/nameRules';
import { KubernetesObject } from '../objects/KubernetesObject';

const COUNTS = [
  ...['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit'],
  ...['ttlSecondsAfterFinished', 'backoffLimitPerIndex', 'maxFailedIndexes'],
];

/** What is wrong with how a Job runs; its template aside. */
export function jobSpecErrors(spec: JsonObject, path: string): FieldError[] {
  const indexed = spec.completionMode === 'Indexed';
  const { completions, backoffLimitPerIndex, maxFailedIndexes } = spec;
  return [
    ...COUNTS.filter(field => Number(spec[field] ?? 0) < 0).map(field =>
      invalidValue(
        `${path}.${field}`,
        spec[field],
        'must be greater than or equal to 0',
      ),
    ),
    ...(maxFailedIndexes !== undefined && backoffLimitPerIndex === undefined
      ? [
          required(
            `${path}.backoffLimitPerIndex`,
            'when maxFailedIndexes is specified',
          ),
        ]
      : []),
    ...(indexed && completions === undefined
      ? [required(`${path}.completions`, 'when completion mode is Indexed')]
      : []),
    ...(indexed && Number(maxFailedIndexes ?? 0) > Number(completions)
      ? [
          invalidValue(
            `${path}.maxFailedIndexes`,
            maxFailedIndexes,
            'must be less than or equal to completions',
          ),
        ]
      : []),
    ...(indexed
      ? []
      : ['backoffLimitPerIndex', 'maxFailedIndexes']
          .filter(field => spec[field] !== undefined)
          .map(field =>
            invalidValue(
              `${path}.${field}`,
              spec[field],
              'requires indexed completion mode',
            ),
          )),
    ...failurePolicyErrors(spec, path),
  ];
}

/** What is wrong with the name of a Job whose pods are numbered. */
export function indexedNameErrors(object: KubernetesObject): FieldError[] {
  const completions = Number(valueAt(object, 'spec.completions') ?? 0);
  if (valueAt(object, 'spec.completionMode') !== 'Indexed' || completions < 1) {
    return [];
  }
  const { name } = object.metadata;
  const last = `${name}-${completions - 1}`;
  return textErrors('metadata.name', last, 'label').length > 0
    ? [
        invalidValue(
          'metadata.name',
          name,
          `will not able to create pod with invalid DNS label: ${last}`,
        ),
      ]
    : [];
}

function failurePolicyErrors(spec: JsonObject, path: string): FieldError[] {
  const policy = spec.podFailurePolicy;
  if (!isJsonObject(policy)) {
    return [];
  }
  const restart = valueAt(spec, 'template.spec.restartPolicy');
  return [
    ...(restart === 'OnFailure'
      ? [
          invalidValue(
            `${path}.template.spec.restartPolicy`,
            restart,
            'only "Never" is supported when podFailurePolicy is specified',
          ),
        ]
      : []),
    ...(spec.podReplacementPolicy === undefined ||
    spec.podReplacementPolicy === 'Failed'
      ? []
      : [
          notSupported(
            `${path}.podReplacementPolicy`,
            spec.podReplacementPolicy,
            ['Failed'],
          ),
        ]),
    ...objectsIn(policy.rules).flatMap((rule, index) =>
      exitCodeErrors(
        rule.onExitCodes,
        `${path}.podFailurePolicy.rules[${index}].onExitCodes`,
      ),
    ),
  ];
}

function exitCodeErrors(codes: unknown, path: string): FieldError[] {
  const values = Object(codes).values;
  if (!isJsonObject(codes) || !Array.isArray(values)) {
    return [];
  }
  return [
    ...values.flatMap((value, index) => [
      ...(value === 0 && codes.operator === 'In'
        ? [
            invalidValue(
              `${path}.values[${index}]`,
              value,
              'must not be 0 for the In operator',
            ),
          ]
        : []),
      ...(values.indexOf(value) < index
        ? [duplicate(`${path}.values[${index}]`, value)]
        : []),
    ]),
    ...(values.some((value, index) => index > 0 && values[index - 1] > value)
      ? [invalidValue(`${path}.values`, values, 'must be ordered')]
      : []),
  ];
}
