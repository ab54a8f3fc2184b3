import { Evidence, Verdict } from '../exposure';
import { KubernetesRecord, RecordKind } from '../record';
import { ObjectRef } from '../records/base';
import { Fault, Rule, RuleContext, RuleInfo } from '../rules/Rule';

/**
 * What is wrong with an object, as a check found it. The first evidence is the
 * field that is to change.
 *
 * @public
 */
export type CheckFault = Omit<Fault, 'status' | 'clause' | 'doubt'>;

/**
 * Why a check cannot tell: what it would have to know.
 *
 * @public
 */
export interface CheckDoubt {
  unknown: string;
  evidence: Evidence[];
}

/**
 * What a check may look at besides its object.
 *
 * @public
 */
export type CheckContext = Pick<RuleContext, 'records' | 'knows'>;

/**
 * What is known of a check without running it.
 *
 * @public
 */
export interface CheckInfo extends RuleInfo {
  /** The kinds that it judges. */
  judges: readonly RecordKind[];
  /** The pod security level that asks for it, where one does. */
  level?: 'baseline' | 'restricted';
}

/**
 * A governance rule: it judges one object, written or running, by its record.
 *
 * @public
 */
export interface Check
  extends CheckInfo,
    Rule<KubernetesRecord, CheckFault | CheckDoubt, CheckContext> {
  /** Whether it has anything to say about an object. */
  concerns(record: KubernetesRecord): boolean;
}

/**
 * How an object stands before one check.
 *
 * @public
 */
export interface CheckVerdict {
  /** The check's id, such as `WL14`. */
  check: string;
  title: string;
  object: ObjectRef;
  /**
   * `broken` for an error, `warning`, `ok` where nothing was found or a note
   * only, `unknown` where the check cannot tell.
   */
  verdict: Verdict;
  /** How grave the fault is; absent where there is none. */
  severity?: Fault['severity'];
  /** The field that is to change, such as `spec.selector`. */
  field?: string;
  /** What is wrong, or why it is not known. */
  cause?: string;
  remedy?: Fault['remedy'];
  evidence: Evidence[];
}
