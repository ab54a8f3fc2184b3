import { ObjectMeta } from '../objects/KubernetesObject';

// All generated objects are as old as this: every run gives the same bytes.
export const GENERATED_AT = '2026-11-01T00:00:00Z';

/** Gives objects their uids and resourceVersions, the same in every run. */
export class Numbering {
  private count = 0;

  /** Metadata of the next object. */
  next(
    name: string,
    namespace?: string,
    rest: Partial<ObjectMeta> = {},
  ): ObjectMeta {
    this.count++;
    const digits = this.count.toString(16).padStart(12, '0');
    return {
      name,
      ...(namespace && { namespace }),
      uid: `5a4db0c5-0000-4000-8000-${digits}`,
      resourceVersion: String(1000 + this.count),
      creationTimestamp: GENERATED_AT,
      ...rest,
    };
  }
}
