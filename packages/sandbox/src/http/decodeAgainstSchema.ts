import { KindDefinition } from '../kinds/KindDefinition';
import { ObjectInput } from '../objects/KubernetesObject';

/** A body as the kind's schema takes it. */
export interface Decoded {
  object: ObjectInput;
  /** Headers with what the server warns of. */
  warnings: Record<string, string>;
}

export function decodeAgainstSchema(
  _kind: KindDefinition,
  object: ObjectInput,
  _validation: string | null,
): Decoded {
  return { object, warnings: {} };
}
