import { invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { isJsonObject, JsonObject, objectsIn } from '../objects/json';
import { configKeyErrors } from './configKeyRules';

// Since 1.34: any printable ASCII character but the equals sign.
const NAME = /^[ -<>-~]+$/;
const NAME_RULE =
  "a valid environment variable name must consist only of printable ASCII characters other than '='";

const SOURCES = [
  ...['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'],
  'fileKeyRef',
];

/** What is wrong with the variables of a container. */
export function environmentErrors(
  container: JsonObject,
  path: string,
): FieldError[] {
  return [
    ...objectsIn(container.env).flatMap((variable, index) =>
      variableErrors(variable, `${path}.env[${index}]`),
    ),
    ...objectsIn(container.envFrom).flatMap((source, index) =>
      sourceErrors(source, `${path}.envFrom`, index),
    ),
  ];
}

function variableErrors(
  { name, value, valueFrom }: JsonObject,
  path: string,
): FieldError[] {
  return [
    ...(name ? [] : [required(`${path}.name`)]),
    ...(name && !NAME.test(String(name))
      ? [invalidValue(`${path}.name`, name, NAME_RULE)]
      : []),
    ...(isJsonObject(valueFrom)
      ? valueFromErrors(valueFrom, value, `${path}.valueFrom`)
      : []),
  ];
}

function valueFromErrors(
  from: JsonObject,
  value: unknown,
  path: string,
): FieldError[] {
  const sources = SOURCES.filter(source => isJsonObject(from[source]));
  if (sources.length === 0) {
    return [
      invalidValue(
        path,
        '',
        'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
      ),
    ];
  }
  return [
    ...(value
      ? [
          invalidValue(
            path,
            '',
            'may not be specified when `value` is not empty',
          ),
        ]
      : []),
    ...(sources.length > 1
      ? [
          invalidValue(
            path,
            '',
            'may not have more than one field specified at a time',
          ),
        ]
      : []),
    ...['configMapKeyRef', 'secretKeyRef'].flatMap(source => {
      const reference = from[source];
      if (!isJsonObject(reference)) {
        return [];
      }
      const field = `${path}.${source}`;
      return reference.key
        ? configKeyErrors(String(reference.key), `${field}.key`)
        : [required(`${field}.key`)];
    }),
  ];
}

function sourceErrors(
  { prefix, configMapRef, secretRef }: JsonObject,
  path: string,
  index: number,
): FieldError[] {
  const count = [configMapRef, secretRef].filter(isJsonObject).length;
  return [
    ...(prefix && !NAME.test(String(prefix))
      ? [invalidValue(`${path}[${index}].prefix`, prefix, NAME_RULE)]
      : []),
    ...(count === 1
      ? []
      : [
          // The server names the list here, not its item.
          invalidValue(
            path,
            '',
            count === 0
              ? 'must specify one of: `configMapRef` or `secretRef`'
              : 'may not have more than one field specified at a time',
          ),
        ]),
  ];
}
