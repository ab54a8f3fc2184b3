import { invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';

/** What is wrong with the name of a port (RFC 6335). */
export function portNameErrors(name: string, field: string): FieldError[] {
  const details = [
    name.length > 15 && 'must be no more than 15 characters',
    !/^[-a-z0-9]+$/.test(name) &&
      'must contain only alphanumeric characters (a-z, 0-9), and hyphens',
    !/[a-z]/.test(name) && 'must contain at least one letter (a-z)',
    name.includes('--') && 'must not contain consecutive hyphens',
    /^-|-$/.test(name) && 'must not begin or end with a hyphen',
  ];
  return details.flatMap(detail =>
    detail ? [invalidValue(field, name, detail)] : [],
  );
}

/** What is wrong with the number of a port. */
export function portNumberErrors(value: unknown, field: string): FieldError[] {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= 65535
    ? []
    : [invalidValue(field, number, 'must be between 1 and 65535, inclusive')];
}

/** What is wrong with a port that is given by its number or by its name. */
export function portErrors(value: unknown, field: string): FieldError[] {
  if (value === undefined || value === null) {
    return [required(field)];
  }
  return typeof value === 'string'
    ? portNameErrors(value, field)
    : portNumberErrors(value, field);
}
