import { Condition, ObjectRef, RecordBase } from './base';

/**
 * Something that went wrong with an object. Its text is not kept, as it may
 * quote anything; the known texts in it are.
 *
 * @public
 */
export interface EventRecord extends RecordBase<'Event'> {
  about: ObjectRef;
  /** Of the object as it was; another of the same name has another. */
  aboutUid?: string;
  reason: string;
  warning: boolean;
  /** The component that reports it. */
  source?: string;
  count: number;
  firstAt?: string;
  lastAt?: string;
  signals: string[];
}

/** @public */
export interface PolicyResult {
  policy: string;
  rule?: string;
  result: string;
  severity?: string;
  source?: string;
  resources: ObjectRef[];
}

/** @public */
export interface PolicyReportFacts {
  scope?: ObjectRef;
  summary: {
    pass: number;
    fail: number;
    warn: number;
    error: number;
    skip: number;
  };
  /** Those that did not pass and were not skipped. */
  results: PolicyResult[];
}

/** @public */
export interface PolicyReportRecord
  extends RecordBase<'PolicyReport'>,
    PolicyReportFacts {}

/** @public */
export interface ClusterPolicyReportRecord
  extends RecordBase<'ClusterPolicyReport'>,
    PolicyReportFacts {}

/**
 * What is kept of an object of a kind that has no projection of its own.
 *
 * @public
 */
export interface GenericRecord extends RecordBase<string> {
  /** False while the controller says that it has seen an older spec. */
  observed: boolean;
  conditions: Condition[];
}
