import {
  KindDescriptor,
  project,
  Projection,
  ProjectionOptions,
} from '@backstage-aks/insight';

/** Projects objects as they come; what cannot be projected is only counted. */
export function projectAll(
  { kind }: KindDescriptor,
  objects: readonly unknown[],
  options: ProjectionOptions,
): { upserts: Projection[]; malformed: number } {
  const upserts = objects.flatMap(
    object => project(kind, object, options) ?? [],
  );
  return { upserts, malformed: objects.length - upserts.length };
}
