import { checkFiles } from '../checkFiles';
import { formatJson } from '../formats/json';
import { formatJunit } from '../formats/junit';
import { Report } from '../formats/Report';
import { formatSarif } from '../formats/sarif';
import { formatText } from '../formats/text';
import { collectFiles } from './collectFiles';
import { HELP } from './help';
import { CheckRequest, parseArguments, UsageError } from './parseArguments';

/**
 * Where the command reads and writes.
 *
 * @public
 */
export interface CommandSurroundings {
  /** The folder that paths are relative to. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** All that is piped in. */
  readInput(): Promise<string>;
  write(text: string): void;
  writeError(text: string): void;
  version: string;
}

const FORMATS = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
} satisfies Record<CheckRequest['format'], (report: Report) => string>;

/**
 * The command: judges the manifests that its words lead to, and writes what it
 * found. Never throws.
 *
 * @returns the exit code: 0 where nothing failed, 1 where something did, 2 where it
 *   was called wrongly, something could not be read or there was no manifest
 * @public
 */
export async function runCommand(
  words: readonly string[],
  surroundings: CommandSurroundings,
): Promise<0 | 1 | 2> {
  const { version, write, writeError } = surroundings;
  try {
    const request = parseArguments(words);
    if (request === 'help' || request === 'version') {
      write(request === 'help' ? HELP : `${version}\n`);
      return 0;
    }
    const { files, skipped } = await collectFiles(request.paths, surroundings);
    const report = {
      ...checkFiles(files, {
        namespace: request.namespace,
        complete: request.complete,
        podSecurity: request.level,
      }),
      skipped,
      version,
    };
    write(FORMATS[request.format](report));
    for (const { path, because } of skipped) {
      writeError(`${path} was passed over. ${because}\n`);
    }
    if (report.problems.length > 0) {
      for (const { where, message } of report.problems) {
        writeError(`${where.file}:${where.line}: ${message}\n`);
      }
      return 2;
    }
    if (report.objects === 0 && !report.unjudged.some(({ kind }) => kind)) {
      writeError('There was no manifest, so nothing is known to be well.\n');
      return 2;
    }
    return hasFailed(report, request.failOn) ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      writeError(`${error.message}\nSee --help.\n`);
    } else {
      writeError(`${error instanceof Error ? error.stack : error}\n`);
    }
    return 2;
  }
}

const COUNTS = {
  error: ['broken'],
  warning: ['broken', 'warning'],
  unknown: ['broken', 'warning', 'unknown'],
  never: [],
} satisfies Record<CheckRequest['failOn'], string[]>;

function hasFailed(
  { verdicts, skipped }: Report,
  failOn: CheckRequest['failOn'],
): boolean {
  const counts: readonly string[] = COUNTS[failOn];
  return (
    verdicts.some(({ verdict }) => counts.includes(verdict)) ||
    // What was passed over is as unknown as what a check could not tell.
    (failOn === 'unknown' && skipped.length > 0)
  );
}
