import { Edge, Projection } from '../../edge';
import {
  ClusterPolicyReportRecord,
  PolicyReportFacts,
  PolicyReportRecord,
  PolicyResult,
} from '../../records/observations';
import {
  count,
  Fields,
  fieldsAt,
  fieldsIn,
  nameIn,
  present,
  reason,
} from '../fields';
import { metadataOf, ownerEdges } from '../metadata';
import { edgesTo, referenceIn } from '../references';

export function projectPolicyReport(object: unknown): Projection | undefined {
  const metadata = metadataOf('PolicyReport', object);
  if (!metadata) {
    return undefined;
  }
  const record: PolicyReportRecord = {
    ...metadata,
    ...reportFacts(object, metadata.namespace),
  };
  return { record, edges: reportEdges(record) };
}

export function projectClusterPolicyReport(
  object: unknown,
): Projection | undefined {
  const metadata = metadataOf('ClusterPolicyReport', object);
  if (!metadata) {
    return undefined;
  }
  const record: ClusterPolicyReportRecord = {
    ...metadata,
    ...reportFacts(object, ''),
  };
  return { record, edges: reportEdges(record) };
}

const NOT_PASSED: readonly unknown[] = ['fail', 'warn', 'error'];

function reportFacts(object: unknown, namespace: string): PolicyReportFacts {
  const { scope, summary, results } = fieldsAt(object);
  const number = (key: string) => count(fieldsAt(summary)[key]) ?? 0;
  return present<PolicyReportFacts>({
    scope: referenceIn(scope, { namespace }),
    summary: {
      pass: number('pass'),
      fail: number('fail'),
      warn: number('warn'),
      error: number('error'),
      skip: number('skip'),
    },
    results: fieldsIn(results)
      .filter(entry => NOT_PASSED.includes(entry.result))
      .map(entry => resultOf(entry, namespace)),
  });
}

function resultOf(entry: Fields, namespace: string): PolicyResult {
  return present<PolicyResult>({
    policy: nameIn(entry.policy) ?? '',
    rule: nameIn(entry.rule),
    result: reason(entry.result) ?? '',
    severity: reason(entry.severity),
    source: nameIn(entry.source),
    resources: fieldsIn(entry.resources).flatMap(
      resource => referenceIn(resource, { namespace }) ?? [],
    ),
  });
}

function reportEdges(
  record: PolicyReportRecord | ClusterPolicyReportRecord,
): Edge[] {
  return [
    ...ownerEdges(record),
    ...edgesTo('about', [
      record.scope,
      ...record.results.flatMap(({ resources }) => resources),
    ]),
  ];
}
