import { XMLBuilder } from 'fast-xml-parser';
import { FileVerdict } from '../checkFiles';
import { Report } from './Report';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
});

/**
 * The report as JUnit's XML, which build servers show: a suite for each file, a
 * case for each check of each object. What is unknown or not judged is skipped.
 */
export function formatJunit(report: Report): string {
  const files = [
    ...report.verdicts.map(({ where }) => where.file),
    ...report.unjudged.map(({ where }) => where.file),
    ...report.skipped.map(({ path }) => path),
    ...report.problems.map(({ where }) => where.file),
  ];
  const suites = [...new Set(files)].map(file => suite(file, report));
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'backstage-aks-check',
      ...totals(suites.flatMap(({ testcase }) => testcase)),
      testsuite: suites,
    },
  });
}

interface Case {
  failure?: object;
  error?: object;
  skipped?: object;
}

function suite(file: string, report: Report) {
  const here = <Entry extends { where: { file: string } }>(
    entries: readonly Entry[],
  ) => entries.filter(({ where }) => where.file === file);
  const testcase: Case[] = [
    ...here(report.verdicts).map(verdictCase),
    ...here(report.unjudged).map(({ where, kind, name, because }) => ({
      '@classname': clean([kind, name].filter(Boolean).join(' ')),
      '@name': `not judged (line ${where.line})`,
      skipped: { '@message': clean(because) },
    })),
    ...report.skipped
      .filter(({ path }) => path === file)
      .map(({ path, because }) => ({
        '@classname': clean(path),
        '@name': 'passed over',
        skipped: { '@message': clean(because) },
      })),
    ...here(report.problems).map(({ where, message }) => ({
      '@classname': clean(file),
      '@name': `readable (line ${where.line})`,
      error: { '@message': clean(message) },
    })),
  ];
  return { '@name': clean(file), ...totals(testcase), testcase };
}

function verdictCase(entry: FileVerdict): Case {
  const { check, title, object, verdict, where, field, cause = '' } = entry;
  const failed = verdict === 'broken' || verdict === 'warning';
  return {
    '@classname': clean(`${object.kind} ${object.namespace}/${object.name}`),
    '@name': clean(`${check} ${title}`),
    ...(failed && {
      failure: {
        '@type': verdict,
        '@message': clean(cause),
        '#text': clean(
          [
            `${where.file}:${where.line}${field ? ` ${field}` : ''}`,
            entry.remedy?.text,
          ]
            .filter(Boolean)
            .join('\n'),
        ),
      },
    }),
    ...(verdict === 'unknown' && { skipped: { '@message': clean(cause) } }),
  } as Case;
}

function totals(cases: readonly Case[]) {
  const count = (key: keyof Case) => cases.filter(entry => entry[key]).length;
  return {
    '@tests': cases.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
  };
}

// What XML 1.0 has no way to write.
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function clean(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD');
}
