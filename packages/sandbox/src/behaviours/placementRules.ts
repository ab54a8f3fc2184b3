import {
  duplicate,
  invalidValue,
  notSupported,
  required,
} from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { JsonObject, objectsIn } from '../objects/json';
import { labelErrors } from '../registry/metadataRules';

const EFFECTS = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];
const WHENS = ['DoNotSchedule', 'ScheduleAnyway'];

/** What is wrong with where a pod is to run. */
export function placementErrors(spec: JsonObject, path: string): FieldError[] {
  return [
    ...labelErrors(spec.nodeSelector, `${path}.nodeSelector`),
    ...objectsIn(spec.tolerations).flatMap((toleration, index) =>
      tolerationErrors(toleration, `${path}.tolerations[${index}]`),
    ),
    ...spreadErrors(
      objectsIn(spec.topologySpreadConstraints),
      `${path}.topologySpreadConstraints`,
    ),
  ];
}

function tolerationErrors(
  { key, operator, value, effect }: JsonObject,
  path: string,
): FieldError[] {
  return [
    ...(!key && operator !== 'Exists'
      ? [
          invalidValue(
            `${path}.operator`,
            operator ?? '',
            'operator must be Exists when `key` is empty, which means "match all values and all keys"',
          ),
        ]
      : []),
    ...(operator === 'Exists' && value
      ? [
          invalidValue(
            `${path}.operator`,
            // The server names the whole toleration here.
            { key, operator, value, effect },
            "value must be empty when `operator` is 'Exists'",
          ),
        ]
      : []),
    ...(effect && !EFFECTS.includes(String(effect))
      ? [notSupported(`${path}.effect`, effect, EFFECTS)]
      : []),
  ];
}

function spreadErrors(constraints: JsonObject[], path: string): FieldError[] {
  const pairs = new Set<string>();
  return constraints.flatMap(
    ({ maxSkew, topologyKey, whenUnsatisfiable }, index) => {
      const field = `${path}[${index}]`;
      const pair = `{${topologyKey}, ${whenUnsatisfiable}}`;
      const known = pairs.has(pair);
      pairs.add(pair);
      return [
        ...(Number(maxSkew ?? 0) > 0
          ? []
          : [
              invalidValue(
                `${field}.maxSkew`,
                Number(maxSkew ?? 0),
                'must be greater than zero',
              ),
            ]),
        ...(topologyKey
          ? []
          : [required(`${field}.topologyKey`, 'can not be empty')]),
        ...(WHENS.includes(String(whenUnsatisfiable))
          ? []
          : [
              notSupported(
                `${field}.whenUnsatisfiable`,
                whenUnsatisfiable ?? '',
                WHENS,
              ),
            ]),
        ...(known
          ? [duplicate(`${field}.{topologyKey, whenUnsatisfiable}`, pair)]
          : []),
      ];
    },
  );
}
