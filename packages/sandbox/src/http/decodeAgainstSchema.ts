import { badRequest, invalid } from '../errors/refusals';
import { notSupported } from '../errors/fieldErrors';
import { StatusError } from '../errors/StatusError';
import { KindDefinition } from '../kinds/KindDefinition';
import { ObjectInput } from '../objects/KubernetesObject';
import { schemaOf } from '../schema/kindSchemas';
import { typeMismatch } from '../schema/typeMismatch';
import { undeclaredFields } from '../schema/undeclaredFields';
import { withoutUndeclared } from '../schema/withoutUndeclared';

/** A body as the kind's schema takes it. */
export interface Decoded {
  object: ObjectInput;
  /** Headers with what the server warns of. */
  warnings: Record<string, string>;
}

const VALIDATIONS = ['Ignore', 'Strict', 'Warn'];

/**
 * Takes an object in as the kind's schema describes it: fields that are not
 * declared are dropped, with a warning, or refused, as the client asks.
 *
 * @throws StatusError 400, 422
 */
export function decodeAgainstSchema(
  kind: KindDefinition,
  object: ObjectInput,
  fieldValidation: string | null,
  refusal: (detail: string) => StatusError = detail =>
    cannotBeHandled(kind, detail),
): Decoded {
  const validation = fieldValidation || 'Warn';
  if (!VALIDATIONS.includes(validation)) {
    throw invalid({ group: 'meta.k8s.io', kind: 'CreateOptions' }, '', [
      notSupported('fieldValidation', validation, VALIDATIONS),
    ]);
  }
  const schema = schemaOf(kind);
  if (!schema) {
    return { object, warnings: {} };
  }
  const mismatch = kind.custom ? undefined : typeMismatch(schema, object);
  if (mismatch) {
    throw refusal(`json: ${mismatch}`);
  }
  const unknown = undeclaredFields(schema, object).map(
    path => `unknown field ${JSON.stringify(path)}`,
  );
  if (unknown.length > 0 && validation === 'Strict') {
    throw refusal(`strict decoding error: ${unknown.join(', ')}`);
  }
  return {
    object: unknown.length > 0 ? withoutUndeclared(schema, object) : object,
    warnings: validation === 'Warn' ? warningHeader(unknown) : {},
  };
}

function cannotBeHandled(
  { kind, version }: KindDefinition,
  detail: string,
): StatusError {
  return badRequest(
    `${kind} in version "${version}" cannot be handled as a ${kind}: ${detail}`,
  );
}

function warningHeader(warnings: string[]): Record<string, string> {
  return warnings.length > 0
    ? {
        warning: warnings
          .map(text => `299 - ${JSON.stringify(text)}`)
          .join(', '),
      }
    : {};
}
