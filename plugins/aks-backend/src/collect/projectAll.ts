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
  // Most Events tell that all went as it should; nothing is kept of those.
  const malformed = kind === 'Event' ? 0 : objects.length - upserts.length;
  return { upserts, malformed };
}
