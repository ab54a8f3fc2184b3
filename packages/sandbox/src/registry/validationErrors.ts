import { FieldError } from '../errors/refusals';
import { KindDefinition } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { customResourceErrors } from '../schema/customResourceErrors';
import { schemaOf } from '../schema/kindSchemas';
import { KindBehaviour } from './KindBehaviour';
import { metadataErrors } from './metadataRules';

/** What is wrong with an object, whether it is new or changed. */
export function validationErrors(
  kind: KindDefinition,
  behaviour: KindBehaviour,
  object: KubernetesObject,
): FieldError[] {
  const schema = kind.custom ? schemaOf(kind) : undefined;
  return [
    ...metadataErrors(object.metadata),
    ...(behaviour.validate?.(object) ?? []),
    ...(schema ? customResourceErrors(schema, object) : []),
  ];
}

/** What is wrong with the status of an object, which is written by itself. */
export function statusErrors(
  kind: KindDefinition,
  object: KubernetesObject,
): FieldError[] {
  const schema = kind.custom
    ? schemaOf(kind)?.struct?.fields.get('status')
    : undefined;
  return [
    ...metadataErrors(object.metadata),
    ...(schema && object.status !== undefined
      ? customResourceErrors(schema, object.status, 'status')
      : []),
  ];
}
