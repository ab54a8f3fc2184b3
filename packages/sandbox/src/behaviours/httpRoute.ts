import { invalidValue } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { JsonObject, objectsIn, valueAt } from '../objects/json';
import { KindBehaviour } from '../registry/KindBehaviour';

const CHARACTERS = /^([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})+$/;

/**
 * HTTPRoutes (gateway.networking.k8s.io/v1): of the rules that their definition has as
 * CEL expressions those for paths. The rest of it is in the schema.
 */
export const httpRoute: KindBehaviour = {
  validate: object =>
    objectsIn(valueAt(object, 'spec.rules')).flatMap((rule, index) =>
      objectsIn(rule.matches).flatMap((match, at) =>
        pathErrors(
          Object(match.path),
          `spec.rules[${index}].matches[${at}].path`,
        ),
      ),
    ),
};

function pathErrors(path: JsonObject, field: string): FieldError[] {
  const { type, value = '/' } = path;
  if (type === 'RegularExpression') {
    return [];
  }
  const text = String(value);
  const when = "when type one of ['Exact', 'PathPrefix']";
  const details = [
    !text.startsWith('/') &&
      `value must be an absolute path and start with '/' ${when}`,
    ...['//', '/./', '/../', '%2f', '%2F', '#'].map(
      part => text.includes(part) && `must not contain '${part}' ${when}`,
    ),
    ...['/..', '/.'].map(
      end => text.endsWith(end) && `must not end with '${end}' ${when}`,
    ),
    !CHARACTERS.test(text) &&
      "must only contain valid characters (matching ^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$) for types ['Exact', 'PathPrefix']",
  ];
  return details.flatMap(detail =>
    detail ? [invalidValue(field, 'object', detail)] : [],
  );
}
