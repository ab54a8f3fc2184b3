import {
  KindDescriptor,
  KubernetesRecord,
  project,
  Projection,
  ProjectionOptions,
} from '@backstage-aks/insight';

/** How objects are projected, and which are kept of them. */
export interface ProjectAllOptions extends ProjectionOptions {
  keeps?: (record: KubernetesRecord) => boolean;
}

/** Projects objects as they come; what cannot be projected is only counted. */
export function projectAll(
  { kind }: KindDescriptor,
  objects: readonly unknown[],
  options: ProjectAllOptions,
): { upserts: Projection[]; malformed: number } {
  const { keeps = () => true } = options;
  const projected = objects.flatMap(
    object => project(kind, object, options) ?? [],
  );
  // Most Events tell that all went as it should; nothing is kept of those.
  const malformed = kind === 'Event' ? 0 : objects.length - projected.length;
  return {
    upserts: projected.filter(({ record }) => keeps(record)),
    malformed,
  };
}
