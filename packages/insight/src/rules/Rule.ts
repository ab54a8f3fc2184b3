import { Evidence, Remedy, Severity } from '../exposure';
import { RecordKind } from '../record';
import { RecordSet } from '../RecordSet';
import { Instant } from './Instant';

/**
 * What is known of a rule without running it.
 *
 * @public
 */
export interface RuleInfo {
  /** Stable and unique, such as `IN13`. */
  id: string;
  /** The fault in one line, for any object. */
  title: string;
  family: 'ingress' | 'pods' | 'workloads' | 'pod-security' | 'safeguards';
  /** The gravest severity that its faults have. */
  severity: Severity;
  /**
   * The kinds that it cannot judge without. Where one of them is not known, the
   * rule is not asked and what it would have judged is `unknown`. Empty where
   * its kinds are those of an add-on without which nothing is lacking.
   */
  reads: readonly RecordKind[];
  /** Where the rule's knowledge comes from. */
  fact: {
    source: string;
    /** The day on which the source was read, or its text is of. */
    date: string;
    /** False for what is common knowledge but was not found in a source. */
    verified: boolean;
  };
}

/**
 * A rule: data, and one pure function over records.
 *
 * @public
 */
export interface Rule<Subject, Found = Fault, Context = RuleContext>
  extends RuleInfo {
  /** The fault that a subject has, if it has it. Never throws. */
  judge: (subject: Subject, context: Context) => Found | undefined;
}

/**
 * What a rule may look at besides its subject.
 *
 * @public
 */
export interface RuleContext {
  records: RecordSet;
  instant: Instant;
  /** Whether records of a kind are known; see {@link RuleInfo.reads}. */
  knows(kind: RecordKind): boolean;
}

/**
 * A fault as a rule found it.
 *
 * @public
 */
export interface Fault {
  /** Where this case is milder than the rule's own severity. */
  severity?: Severity;
  /** Where the rule's own title leaves open which of several cases this is. */
  title?: string;
  /** True where traffic may not pass although nothing is known to bar it. */
  doubt?: true;
  /** How it stands, in a few words: `no such port`. */
  status: string;
  /** The cause in one clause, fit to follow "does not reach a pod: ". */
  clause: string;
  /** The cause in plain words, with the real names. */
  cause: string;
  remedy: Remedy;
  evidence: Evidence[];
}
