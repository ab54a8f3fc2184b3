import { FileVerdict } from '../checkFiles';
import { Report } from './Report';

const LABELS = {
  broken: 'error',
  warning: 'warning',
  unknown: 'unknown',
  ok: 'note',
} satisfies Record<FileVerdict['verdict'], string>;

/** The report for people: what is not well, file by file, and a count. */
export function formatText(report: Report): string {
  const told = report.verdicts.filter(({ cause }) => cause);
  const files = new Map<string, FileVerdict[]>();
  for (const verdict of told) {
    const { file } = verdict.where;
    files.set(file, [...(files.get(file) ?? []), verdict]);
  }
  return [
    ...[...files].flatMap(([file, verdicts]) => [
      file,
      ...verdicts
        .sort((a, b) => a.where.line - b.where.line)
        .flatMap(verdictLines),
      '',
    ]),
    ...section(
      'Not judged',
      report.unjudged.map(({ where, kind, name, because }) => {
        const what = [kind, name].filter(Boolean).join(' ');
        return `${where.file}:${where.line}${what && ` ${what}`}: ${because}`;
      }),
    ),
    ...section(
      'Passed over',
      report.skipped.map(({ path, because }) => `${path}: ${because}`),
    ),
    ...section(
      'Not readable',
      report.problems.map(
        ({ where, message }) => `${where.file}:${where.line}: ${message}`,
      ),
    ),
    summary(report),
    '',
  ].join('\n');
}

function verdictLines(entry: FileVerdict): string[] {
  const { check, title, object, verdict, where, field, cause, remedy } = entry;
  return [
    `  ${where.line}: ${LABELS[verdict]} ${check} ${title}`,
    `     ${object.kind} ${object.name}${field ? `, ${field}` : ''}`,
    `     ${cause}`,
    ...(remedy ? [`     → ${remedy.text}`] : []),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map(line => `  ${line}`), ''] : [];
}

function summary(report: Report): string {
  const { verdicts, objects, unjudged, skipped, problems } = report;
  const count = (wanted: FileVerdict['verdict']) =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  return [
    `${counted(objects, 'object')} judged: ${counted(
      count('broken'),
      'error',
    )}`,
    counted(count('warning'), 'warning'),
    `${count('unknown')} unknown`,
    ...(unjudged.length > 0 ? [`${unjudged.length} not judged`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} passed over`] : []),
    ...(problems.length > 0 ? [`${problems.length} not readable`] : []),
  ].join(', ');
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
