import { Evidence } from '../exposure';
import { ObjectRef } from '../records/base';

/** What stands at a hop, whatever rules say about it. */
export interface HopFacts {
  object?: ObjectRef;
  subject: string;
  /** How it stands when no rule finds a fault. */
  status: string;
  evidence: Evidence[];
  /** Why it cannot be judged even with all sources at hand, in a clause. */
  open?: string;
}
