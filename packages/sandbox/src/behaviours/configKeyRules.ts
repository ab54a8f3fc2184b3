import { invalidValue } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';

const PATTERN = /^[-._a-zA-Z0-9]+$/;

/** What is wrong with a key of a ConfigMap or a Secret. */
export function configKeyErrors(key: string, field: string): FieldError[] {
  const details = [
    key.length > 253 && 'must be no more than 253 characters',
    !PATTERN.test(key) &&
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
    key === '.' && "must not be '.'",
    key === '..' && "must not be '..'",
    key !== '..' && key.startsWith('..') && "must not start with '..'",
  ];
  return details.flatMap(detail =>
    detail ? [invalidValue(field, key, detail)] : [],
  );
}
