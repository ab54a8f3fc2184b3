import { KindDefinition } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import { applySchemaDefaults } from '../schema/applySchemaDefaults';
import { schemaOf } from '../schema/kindSchemas';

/** Fills in the defaults of a custom resource's schema, in place. */
export function applyDefinedDefaults(
  kind: KindDefinition,
  object: KubernetesObject,
): void {
  const schema = kind.custom ? schemaOf(kind) : undefined;
  if (schema) {
    applySchemaDefaults(schema, object);
  }
}
