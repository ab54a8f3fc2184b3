import { mergeDiff3 } from 'node-diff3';
import { GeneratedFile } from './output/GeneratedFile';

/**
 * What becomes of one file.
 *
 * - `created`: it was not there
 * - `updated`: it is as generated, or a person's changes were kept beside the new
 * - `unchanged`: nothing is to be done
 * - `kept`: it is no longer generated, but a person has changed it
 * - `removed`: it is no longer generated, and nobody has changed it
 * - `conflict`: the same lines were changed by a person and by the generator; both
 *   stand in it between marks
 *
 * @public
 */
export interface FileUpdate {
  path: string;
  outcome:
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'kept'
    | 'removed'
    | 'conflict';
  /** Absent where it is removed. */
  content?: string;
}

/**
 * Brings files up to date without losing what people changed in them: the changes
 * from what was generated last time to what is there now are kept.
 *
 * @public
 */
export function updateFiles(options: {
  /** What was generated last time; nothing where that is not known. */
  generatedBefore: readonly GeneratedFile[];
  /** What is there now. */
  present: readonly GeneratedFile[];
  generatedNow: readonly GeneratedFile[];
}): FileUpdate[] {
  const before = contents(options.generatedBefore);
  const present = contents(options.present);
  const now = contents(options.generatedNow);
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
  return paths.flatMap(path => {
    const update = updateOf(before.get(path), present.get(path), now.get(path));
    return update ? [{ path, ...update }] : [];
  });
}

function updateOf(
  before: string | undefined,
  present: string | undefined,
  now: string | undefined,
): Omit<FileUpdate, 'path'> | undefined {
  if (now === undefined) {
    if (present === undefined) {
      return undefined;
    }
    return present === before
      ? { outcome: 'removed' }
      : { outcome: 'kept', content: present };
  }
  if (present === undefined) {
    // What was generated and is gone was removed by somebody: that is kept, too.
    return before === undefined
      ? { outcome: 'created', content: now }
      : undefined;
  }
  if (present === now || before === now) {
    return { outcome: 'unchanged', content: present };
  }
  return merged(before ?? '', present, now);
}

function merged(
  before: string,
  present: string,
  now: string,
): Omit<FileUpdate, 'path'> {
  const { conflict, result } = mergeDiff3(
    present.split('\n'),
    before.split('\n'),
    now.split('\n'),
    {
      label: { a: 'as it is here', o: 'generated before', b: 'generated now' },
    },
  );
  return {
    outcome: conflict ? 'conflict' : 'updated',
    content: result.join('\n'),
  };
}

function contents(files: readonly GeneratedFile[]): Map<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}
