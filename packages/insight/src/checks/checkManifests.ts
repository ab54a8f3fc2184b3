import { RecordSet, refOf } from '../RecordSet';
import { ObjectRef } from '../records/base';
import { checks } from './catalog';
import { CheckVerdict } from './Check';
import { checkRecords, PodSecurityLevel } from './checkRecords';
import { manifestHead, manifestItems, readManifest } from './readManifest';

/**
 * How manifests are judged.
 *
 * @public
 */
export interface ManifestOptions {
  /** The namespace of objects that name none; `default` where nothing is said. */
  namespace?: string;
  /**
   * True where the manifests are all there is in their namespaces, so that what
   * they lack does not exist. Otherwise it may be on the cluster already, and what
   * hangs on it is `unknown`.
   */
  complete?: boolean;
  /** `restricted` where nothing is said. */
  podSecurity?: PodSecurityLevel;
}

/**
 * Where an object stands among the manifests that were given.
 *
 * @public
 */
export interface ManifestPlace {
  /** The place of its manifest, from 0. */
  manifest: number;
  /** Its place among the `items` where that manifest is a list. */
  item?: number;
}

/**
 * A manifest that no check judges, with the reason.
 *
 * @public
 */
export interface UnjudgedManifest extends ManifestPlace {
  kind?: string;
  name?: string;
  because: string;
}

/**
 * What checks say of manifests.
 *
 * @public
 */
export interface ManifestsReport {
  /** One for each object and each check that concerns it. */
  verdicts: (CheckVerdict & { place: ManifestPlace })[];
  /** The objects that were judged. */
  judged: (ObjectRef & { place: ManifestPlace })[];
  unjudged: UnjudgedManifest[];
}

/**
 * Judges manifests together, as they would be applied. Each is projected to a
 * record first, so that a check sees the same of a manifest and of what a cluster
 * runs. Lists are taken apart. Never throws: whatever no check can judge is told
 * in `unjudged`.
 *
 * @param manifests - parsed documents, of any shape
 * @public
 */
export function checkManifests(
  manifests: readonly unknown[],
  options: ManifestOptions = {},
): ManifestsReport {
  const { namespace = 'default', complete = false, podSecurity } = options;
  const unjudged: UnjudgedManifest[] = [];
  const read = manifests.flatMap((manifest, index) =>
    manifestItems(manifest).flatMap(({ object, item }) => {
      const place = { manifest: index, ...(item !== undefined && { item }) };
      const found = readManifest(object, namespace);
      if ('record' in found) {
        return [{ record: found.record, place, object }];
      }
      unjudged.push({ ...place, ...manifestHead(object), ...found });
      return [];
    }),
  );
  const judged = read.filter(({ record, place, object }) => {
    const concerned = checks.some(({ reads }) => reads.includes(record.kind));
    if (!concerned) {
      unjudged.push({
        ...place,
        ...manifestHead(object),
        because: `No check is about the kind ${record.kind}.`,
      });
    }
    return concerned;
  });
  const records = new RecordSet(read.map(({ record }) => record));
  return {
    verdicts: judged.flatMap(({ record, place }) =>
      checkRecords({
        objects: [record],
        records,
        knows: () => complete,
        podSecurity,
      }).map(verdict => ({ ...verdict, place })),
    ),
    judged: judged.map(({ record, place }) => ({ ...refOf(record), place })),
    unjudged: unjudged.sort(
      (one, other) =>
        one.manifest - other.manifest || (one.item ?? 0) - (other.item ?? 0),
    ),
  };
}
