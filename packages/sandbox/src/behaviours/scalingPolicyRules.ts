import { invalidValue, notSupported, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';

const SELECTIONS = ['Disabled', 'Max', 'Min'];
const TYPES = ['Percent', 'Pods'];

/** What is wrong with how fast an autoscaler may go, in either direction. */
export function scalingPolicyErrors(
  behavior: unknown,
  path: string,
): FieldError[] {
  return ['scaleUp', 'scaleDown'].flatMap(direction => {
    const rules = Object(behavior)[direction];
    return isJsonObject(rules)
      ? directionErrors(rules, `${path}.${direction}`)
      : [];
  });
}

function directionErrors(rules: JsonObject, path: string): FieldError[] {
  const { stabilizationWindowSeconds: window, selectPolicy, policies } = rules;
  return [
    ...(Number(window ?? 0) < 0
      ? [
          invalidValue(
            `${path}.stabilizationWindowSeconds`,
            window,
            'must be greater than or equal to zero',
          ),
        ]
      : []),
    ...(Number(window ?? 0) > 3600
      ? [
          invalidValue(
            `${path}.stabilizationWindowSeconds`,
            window,
            'must be less than or equal to 3600',
          ),
        ]
      : []),
    ...(selectPolicy !== undefined && !SELECTIONS.includes(String(selectPolicy))
      ? [notSupported(`${path}.selectPolicy`, selectPolicy, SELECTIONS)]
      : []),
    ...(Array.isArray(policies) && policies.length === 0
      ? [required(`${path}.policies`, 'must specify at least one Policy')]
      : []),
    ...objectsIn(policies).flatMap((policy, index) =>
      policyErrors(policy, `${path}.policies[${index}]`),
    ),
  ];
}

function policyErrors(
  { type, value, periodSeconds }: JsonObject,
  path: string,
): FieldError[] {
  const seconds = Number(periodSeconds ?? 0);
  return [
    ...(TYPES.includes(String(type))
      ? []
      : [notSupported(`${path}.type`, type ?? '', TYPES)]),
    ...(Number(value ?? 0) > 0
      ? []
      : [
          invalidValue(
            `${path}.value`,
            Number(value ?? 0),
            'must be greater than zero',
          ),
        ]),
    ...(seconds > 0
      ? []
      : [
          invalidValue(
            `${path}.periodSeconds`,
            seconds,
            'must be greater than zero',
          ),
        ]),
    ...(seconds > 1800
      ? [
          invalidValue(
            `${path}.periodSeconds`,
            seconds,
            'must be less than or equal to 1800',
          ),
        ]
      : []),
  ];
}
