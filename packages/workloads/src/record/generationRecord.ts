import { parse } from 'yaml';
import { z } from 'zod';
import { generateWorkload, INTENT_FILE, OutputForm } from '../generateWorkload';
import { textChecksum } from '../objects/contentHash';
import { GeneratedFile } from '../output/GeneratedFile';
import { yamlDocument, yamlText } from '../text/yamlText';

/**
 * The file that tells what was generated, by checksum: the next generation tells by
 * it what people have changed since.
 *
 * @public
 */
export const RECORD_FILE = 'workload.lock.yaml';

const record = z.object({
  form: z.enum(['yaml', 'kustomize', 'helm']),
  files: z.record(z.string(), z.string()),
});

type GenerationRecord = z.output<typeof record>;

/**
 * The record of a generation, to be written beside its files.
 *
 * @public
 */
export function recordOf(generated: {
  form: OutputForm;
  files: readonly GeneratedFile[];
}): GeneratedFile {
  const text = yamlText(
    yamlDocument({
      form: generated.form,
      files: Object.fromEntries(
        generated.files.map(({ path, content }) => [
          path,
          textChecksum(content),
        ]),
      ),
    }),
  );
  return {
    path: RECORD_FILE,
    content: `# Checksums of what was generated. Do not edit: by them the next generation\n# tells what people have changed.\n${text}`,
  };
}

/**
 * The paths that a record names; none where it is missing or cannot be read.
 *
 * @public
 */
export function recordedPaths(recordText: string | undefined): string[] {
  return Object.keys(readRecord(recordText)?.files ?? {});
}

/**
 * What was generated last time, as far as that can be known from what is there: a
 * file that nobody has changed is what was generated, and the others are generated
 * again from the intent that is kept. Where another version of this package makes
 * something else of it, the checksum shows that, and the file is left out: people's
 * changes to it are then shown as a conflict and never lost.
 *
 * @public
 */
export function generatedBefore(
  present: readonly GeneratedFile[],
): GeneratedFile[] {
  const contents = new Map(present.map(file => [file.path, file.content]));
  const before = readRecord(contents.get(RECORD_FILE));
  if (!before) {
    return [];
  }
  const again = generatedAgain(contents.get(INTENT_FILE), before.form);
  return Object.entries(before.files).flatMap(([path, sum]) => {
    const here = contents.get(path);
    const known = [here, again.get(path)].find(
      content => content !== undefined && textChecksum(content) === sum,
    );
    if (known !== undefined) {
      return [{ path, content: known }];
    }
    // Somebody has removed it. That it was there is enough to know.
    return here === undefined ? [{ path, content: '' }] : [];
  });
}

function readRecord(text: string | undefined): GenerationRecord | undefined {
  const read = record.safeParse(readYaml(text));
  return read.success ? read.data : undefined;
}

function generatedAgain(
  intent: string | undefined,
  form: OutputForm,
): Map<string, string> {
  const generated = generateWorkload(readYaml(intent), { form });
  return new Map(
    generated.ok
      ? generated.files.map(({ path, content }) => [path, content])
      : [],
  );
}

function readYaml(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : parse(text);
  } catch {
    // Whoever edits a file by hand may break it; then it tells nothing.
    return undefined;
  }
}
