import { z } from 'zod';
import { isFields } from './fields';

/**
 * A value without what belongs to another option of a choice, such as the host
 * names that somebody typed before they chose that nothing is reached from outside.
 * What belongs to no option stays, so that it is refused.
 */
export function withoutOtherOptions(
  schema: z.core.$ZodType,
  value: unknown,
): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map(item => withoutOtherOptions(inner.element, item));
  }
  if (!isFields(value)) {
    return value;
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const options = inner.options.filter(
      (option): option is z.ZodObject => option instanceof z.ZodObject,
    );
    const chosen = options.find(
      option =>
        option.shape[inner.def.discriminator].safeParse(
          value[inner.def.discriminator],
        ).success,
    );
    return chosen
      ? fieldsOf(
          chosen,
          Object.fromEntries(
            Object.entries(value).filter(
              ([name]) =>
                name in chosen.shape ||
                !options.some(option => name in option.shape),
            ),
          ),
        )
      : value;
  }
  return inner instanceof z.ZodObject ? fieldsOf(inner, value) : value;
}

function fieldsOf(
  schema: z.ZodObject,
  value: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      name in schema.shape
        ? withoutOtherOptions(schema.shape[name], field)
        : field,
    ]),
  );
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
    ? unwrapped(schema.def.innerType)
    : schema;
}
