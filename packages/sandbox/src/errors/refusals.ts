import { KindDefinition } from '../kinds/KindDefinition';
import { StatusCause, StatusError } from './StatusError';

type Resource = Pick<KindDefinition, 'group' | 'plural'>;

function detailsOf(resource: Resource, name?: string) {
  return {
    ...(name && { name }),
    ...(resource.group && { group: resource.group }),
    kind: resource.plural,
  };
}

/** `deployments.apps`; the core group has no suffix. */
export function qualifiedResource({ group, plural }: Resource): string {
  return group ? `${plural}.${group}` : plural;
}

export function notFound(resource: Resource, name: string): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualifiedResource(resource)} "${name}" not found`,
    details: detailsOf(resource, name),
  });
}

export function alreadyExists(
  resource: Resource,
  name: string,
  isGoing = false,
): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${isGoing ? 'object is being deleted: ' : ''}${qualifiedResource(
      resource,
    )} "${name}" already exists`,
    details: detailsOf(resource, name),
  });
}

export function conflict(
  resource: Resource,
  name: string,
  cause = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualifiedResource(
      resource,
    )} "${name}": ${cause}`,
    details: detailsOf(resource, name),
  });
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

export function unauthorized(): StatusError {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function unsupportedMediaType(accepted: string[]): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  });
}

export function notAcceptable(accepted: string[]): StatusError {
  return new StatusError({
    code: 406,
    reason: 'NotAcceptable',
    message: `only the following media types are accepted: ${accepted.join(
      ', ',
    )}`,
  });
}

export function forbidden(
  resource: Resource,
  name: string | undefined,
  why: string,
): StatusError {
  const subject = name ? ` "${name}"` : '';
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualifiedResource(resource)}${subject} is forbidden: ${why}`,
    details: detailsOf(resource, name),
  });
}

export function internalError(message: string): StatusError {
  return new StatusError({ code: 500, message });
}

/** A field of an object that breaks a rule. */
export interface FieldError {
  field: string;
  reason:
    | 'FieldValueInvalid'
    | 'FieldValueRequired'
    | 'FieldValueForbidden'
    | 'FieldValueNotSupported'
    | 'FieldValueDuplicate'
    | 'FieldValueNotFound'
    | 'FieldValueTooLong'
    | 'FieldValueTypeInvalid';
  message: string;
}

export function invalid(
  kind: Pick<KindDefinition, 'group' | 'kind'>,
  name: string,
  errors: FieldError[],
): StatusError {
  const texts = errors.map(error => `${error.field}: ${error.message}`);
  const qualified = kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
  const causes: StatusCause[] = errors.map(({ reason, message, field }) => ({
    reason,
    message,
    field,
  }));
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${qualified} "${name}" is invalid: ${
      texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`
    }`,
    details: {
      ...(name && { name }),
      ...(kind.group && { group: kind.group }),
      ...(kind.kind && { kind: kind.kind }),
      causes,
    },
  });
}
