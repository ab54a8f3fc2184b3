import { forbiddenField, invalidValue } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { sameJson } from '../objects/equality';
import { KubernetesObject } from '../objects/KubernetesObject';
import { KindBehaviour } from '../registry/KindBehaviour';
import { configKeyErrors } from './configKeyRules';

const MOST_BYTES = 1024 * 1024;

/** ConfigMaps (v1). */
export const configMap: KindBehaviour = {
  validate(object) {
    const { data, binaryData } = settingsOf(object);
    const twice = Object.keys(data).filter(key =>
      Object.hasOwn(binaryData, key),
    );
    const size =
      Object.values(data).reduce(
        (sum, text) => sum + Buffer.byteLength(text),
        0,
      ) +
      Object.values(binaryData).reduce(
        (sum, text) => sum + Buffer.byteLength(text, 'base64'),
        0,
      );
    return [
      ...Object.keys(data).flatMap(key => configKeyErrors(key, `data[${key}]`)),
      ...twice.map(key =>
        invalidValue(
          `data[${key}]`,
          key,
          'duplicate of key present in binaryData',
        ),
      ),
      ...Object.keys(binaryData).flatMap(key =>
        configKeyErrors(key, `binaryData[${key}]`),
      ),
      ...(size > MOST_BYTES ? [tooLong()] : []),
    ];
  },
  validateUpdate(next, previous) {
    const before = Object(previous) as Settings;
    const after = Object(next) as Settings;
    if (before.immutable !== true) {
      return [];
    }
    const immutable = 'field is immutable when `immutable` is set';
    return [
      ...(after.immutable === true
        ? []
        : [forbiddenField('immutable', immutable)]),
      ...(['data', 'binaryData'] as const)
        .filter(field => !sameJson(after[field] ?? {}, before[field] ?? {}))
        .map(field => forbiddenField(field, immutable)),
    ];
  },
};

interface Settings {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  immutable?: boolean;
}

function settingsOf(object: KubernetesObject) {
  const { data, binaryData } = Object(object) as Settings;
  return { data: data ?? {}, binaryData: binaryData ?? {} };
}

// The server names the object as a whole, in this way.
function tooLong(): FieldError {
  return {
    field: '[]',
    reason: 'FieldValueTooLong',
    message: `Too long: may not be more than ${MOST_BYTES} bytes`,
  };
}
