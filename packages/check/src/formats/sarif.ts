import { createHash } from 'node:crypto';
import { checkCatalog } from '@backstage-aks/insight';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { FilePlace, FileVerdict } from '../checkFiles';
import { Report } from './Report';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The report as SARIF 2.1.0, which code scanning reads. Only findings are results;
 * what is unknown, not judged or not readable is told as notifications.
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(report: Report): string {
  const rules = checkCatalog.map(({ id }) => id);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'backstage-aks-check',
            version: report.version,
            rules: checkCatalog.map(descriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: notifications(report),
          },
        ],
        results: report.verdicts.flatMap(verdict =>
          verdict.severity ? [result(verdict, rules)] : [],
        ),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(check: (typeof checkCatalog)[number]): ReportingDescriptor {
  return {
    id: check.id,
    shortDescription: { text: `${check.title}.` },
    helpUri: check.fact.source,
    defaultConfiguration: { level: LEVELS[check.severity] },
    properties: { tags: [check.family, ...(check.level ? [check.level] : [])] },
  };
}

function result(verdict: FileVerdict, rules: readonly string[]): Result {
  const {
    check,
    severity = 'error',
    object,
    field = '',
    cause,
    remedy,
  } = verdict;
  const name = `${object.kind}/${object.namespace}/${object.name}`;
  const others = verdict.evidence.slice(1).flatMap(({ where }) => where ?? []);
  return {
    ruleId: check,
    ruleIndex: rules.indexOf(check),
    level: LEVELS[severity],
    message: {
      text: [`${object.kind} ${object.name}: ${cause}`, remedy?.text]
        .filter(Boolean)
        .join(' '),
    },
    locations: [
      {
        ...location(verdict.where),
        logicalLocations: [{ fullyQualifiedName: `${name}#${field}` }],
      },
    ],
    ...(others.length > 0 && { relatedLocations: others.map(location) }),
    // Stays the same while lines move.
    partialFingerprints: {
      'checkObjectField/v1': createHash('sha256')
        .update([check, name, field].join('\n'))
        .digest('hex'),
    },
  };
}

function notifications(report: Report): Notification[] {
  return [
    ...report.problems.map(({ where, message }) => ({
      level: 'error' as const,
      message: { text: message },
      locations: [location(where)],
    })),
    ...report.unjudged.map(({ where, kind, name, because }) => ({
      level: 'note' as const,
      message: { text: [kind, name, because].filter(Boolean).join(' ') },
      locations: [location(where)],
    })),
    ...report.skipped.map(({ path, because }) => ({
      level: 'note' as const,
      message: { text: `${path}: ${because}` },
    })),
    ...report.verdicts
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ check, object, cause, where }) => ({
        level: 'note' as const,
        message: { text: `${object.kind} ${object.name}: ${cause}` },
        associatedRule: { id: check },
        locations: [location(where)],
      })),
  ];
}

function location({ file, line }: FilePlace) {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: file.split('/').map(encodeURIComponent).join('/'),
      },
      region: { startLine: line },
    },
  };
}
