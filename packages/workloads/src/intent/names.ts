import { z } from 'zod';

/** A name that may be a label of a host name, as most objects need (RFC 1123). */
export const dnsLabel = (max = 63) =>
  z
    .string()
    .max(max, `must have at most ${max} characters`)
    .regex(
      /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
      'must be lower-case letters, digits and hyphens, with a letter or digit first and last',
    );

/** The name of a Service, which has to begin with a letter (RFC 1035). */
export const serviceLabel = (max = 63) =>
  dnsLabel(max).regex(/^[a-z]/, 'must begin with a letter');

/** The name of an object that may have dots: ConfigMap, Secret, Gateway. */
export const dnsSubdomain = z
  .string()
  .max(253, 'must have at most 253 characters')
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'must be lower-case letters, digits, hyphens and dots, with a letter or digit around each dot',
  );

/** A host name that a certificate can be issued for. */
export const hostName = z
  .string()
  .max(253, 'must have at most 253 characters')
  .regex(
    /^(\*\.)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)+[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be a full host name in lower case, such as shop.example.com',
  );

/** Of a container port; the API server wants a letter in it (RFC 6335). */
export const portName = z
  .string()
  .max(15, 'must have at most 15 characters')
  .regex(
    /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case letters, digits and single hyphens, with at least one letter',
  );

/** A C identifier: what every version of Kubernetes and every shell accepts. */
export const variableName = z
  .string()
  .max(253, 'must have at most 253 characters')
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    'must be letters, digits and underscores, and must not begin with a digit',
  );

/** A key of a ConfigMap or Secret, which may become the name of a file. */
export const dataKey = z
  .string()
  .max(253, 'must have at most 253 characters')
  .regex(
    /^[-._a-zA-Z0-9]+$/,
    'must be letters, digits, hyphens, underscores and dots',
  )
  .refine(key => key !== '.' && !key.startsWith('..'), {
    message: 'must not be . nor begin with ..',
  });

const labelKeyPattern =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export const labelKey = z
  .string()
  .refine(key => key.lastIndexOf('/') <= 253, {
    message: 'must have at most 253 characters before the slash',
  })
  .regex(labelKeyPattern, 'must be a label key, such as example.com/name');

export const labelValue = z
  .string()
  .regex(
    /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
    'must be at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit first and last',
  );

export const labels = z.record(labelKey, labelValue);

/**
 * Text for people or programs. A NUL cannot be in an environment or an argument,
 * and half of a surrogate pair cannot be written as UTF-8.
 */
export const text = (max: number) =>
  z
    .string()
    .max(max, `must have at most ${max} characters`)
    .refine(value => !value.includes('\0'), {
      message: 'must not contain a NUL character',
    })
    .refine(value => !/\p{Surrogate}/u.test(value), {
      message: 'must be well-formed Unicode',
    });

/** Text that becomes part of one line, such as a title. */
export const line = (max: number) =>
  text(max)
    .min(1, 'must not be empty')
    .refine(value => !/[\p{Cc}\u2028\u2029]/u.test(value), {
      message: 'must be one line without control characters',
    });

export const absolutePath = line(1024)
  .regex(/^\/+[^/]/, 'must be an absolute path, such as /etc/app')
  .refine(path => !path.includes(':'), { message: 'must not contain a colon' })
  .refine(path => !path.split('/').includes('..'), {
    message: 'must not contain ..',
  });

/** A GUID, as Azure names tenants and identities. */
export const guid = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    'must be a GUID, such as 00000000-0000-0000-0000-000000000000',
  );

export const whole = (least: number, most: number) =>
  z
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

export const portNumber = whole(1, 65535);
