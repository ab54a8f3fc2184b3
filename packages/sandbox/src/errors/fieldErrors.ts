import { FieldError } from './refusals';

/** `Required value`, with what was expected. */
export function required(field: string, detail = ''): FieldError {
  return {
    field,
    reason: 'FieldValueRequired',
    message: detail ? `Required value: ${detail}` : 'Required value',
  };
}

/** `Invalid value`, with the value as JSON. */
export function invalidValue(
  field: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${detail}`,
  };
}

export function forbiddenField(field: string, detail: string): FieldError {
  return {
    field,
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${detail}`,
  };
}

export function duplicate(field: string, value: unknown): FieldError {
  return {
    field,
    reason: 'FieldValueDuplicate',
    message: `Duplicate value: ${JSON.stringify(value)}`,
  };
}

/** `Not found`: what refers to something that is not there. */
export function notFound(field: string, value: unknown): FieldError {
  return {
    field,
    reason: 'FieldValueNotFound',
    message: `Not found: ${JSON.stringify(value)}`,
  };
}

export function notSupported(
  field: string,
  value: unknown,
  supported: readonly string[],
): FieldError {
  const list = [...supported]
    .sort()
    .map(text => JSON.stringify(text))
    .join(', ');
  return {
    field,
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: ${list}`,
  };
}
