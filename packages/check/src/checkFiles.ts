import {
  checkManifests,
  CheckVerdict,
  Evidence,
  ManifestOptions,
  ManifestPlace,
  refKey,
} from '@backstage-aks/insight';
import { ReadDocument, readDocuments } from './yaml/readDocuments';

/**
 * A file with manifests, as text.
 *
 * @public
 */
export interface ManifestFile {
  path: string;
  content: string;
}

/**
 * A place in a file. Lines count from 1.
 *
 * @public
 */
export interface FilePlace {
  file: string;
  line: number;
}

/**
 * How an object in a file stands before one check. `where` is the line of the
 * field that is to change, or of what should hold it.
 *
 * @public
 */
export interface FileVerdict extends Omit<CheckVerdict, 'evidence'> {
  where: FilePlace;
  evidence: (Evidence & {
    /** Absent where the evidence is an object of no file. */
    where?: FilePlace;
  })[];
}

/**
 * What checks say of files.
 *
 * @public
 */
export interface FilesReport {
  /** One for each object and each check that concerns it, in the files' order. */
  verdicts: FileVerdict[];
  /** How many objects were judged. */
  objects: number;
  /** What no check judges, with the reason: it is neither good nor bad. */
  unjudged: {
    where: FilePlace;
    kind?: string;
    name?: string;
    because: string;
  }[];
  /** What could not be read, so that nothing of its file was judged. */
  problems: { where: FilePlace; message: string }[];
}

interface PlacedDocument extends ReadDocument {
  file: string;
}

/**
 * Judges the manifests in files (YAML, with several documents or one, or JSON),
 * all of them together. Pure, and never throws: what is wrong with a text is among
 * the `problems`.
 *
 * @public
 */
export function checkFiles(
  files: readonly ManifestFile[],
  options: ManifestOptions = {},
): FilesReport {
  const problems: FilesReport['problems'] = [];
  const documents = files.flatMap(({ path, content }): PlacedDocument[] => {
    const read = readDocuments(content);
    for (const { line, message } of read.problems) {
      problems.push({ where: { file: path, line }, message });
    }
    return read.documents.map(document => ({ ...document, file: path }));
  });
  const report = checkManifests(
    documents.map(({ value }) => value),
    options,
  );
  const placeOf = (place: ManifestPlace, field = ''): FilePlace => {
    const { file, lineOf } = documents[place.manifest];
    const prefix = place.item === undefined ? '' : `items[${place.item}].`;
    return { file, line: lineOf(`${prefix}${field}`) };
  };
  const places = new Map(
    report.judged.map(({ place, ...ref }) => [refKey(ref), place]),
  );
  return {
    verdicts: report.verdicts.map(({ place, evidence, ...verdict }) => ({
      ...verdict,
      where: placeOf(place, verdict.field),
      evidence: evidence.map(entry => {
        // Objects may bear the same name; the verdict is about this one.
        const other =
          refKey(entry.object) === refKey(verdict.object)
            ? place
            : places.get(refKey(entry.object));
        return other
          ? { ...entry, where: placeOf(other, entry.field) }
          : { ...entry };
      }),
    })),
    objects: report.judged.length,
    unjudged: report.unjudged.map(({ manifest, item, ...rest }) => ({
      where: placeOf({ manifest, item }),
      ...rest,
    })),
    problems,
  };
}
