import { Projection } from '../edge';
import { fieldsAt, text, textMap } from './fields';
import { metadataOf } from './metadata';
import type { ProjectionOptions } from './project';

export function projectNamespace(
  object: unknown,
  options: ProjectionOptions,
): Projection | undefined {
  const metadata = metadataOf('Namespace', object);
  if (!metadata) {
    return undefined;
  }
  const present = textMap(fieldsAt(object, 'metadata', 'annotations'));
  const kept = (options.namespaceAnnotations ?? []).filter(key =>
    Object.hasOwn(present, key),
  );
  return {
    record: {
      ...metadata,
      phase: text(fieldsAt(object, 'status').phase) ?? 'Active',
      annotations: Object.fromEntries(kept.map(key => [key, present[key]])),
    },
    edges: [],
  };
}
