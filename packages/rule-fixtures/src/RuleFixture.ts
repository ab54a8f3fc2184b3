import { Manifest } from './manifests';

/** Where a fixture's objects are. */
export interface Place {
  namespace: string;
  /** A second one, for what reaches over. */
  other: string;
}

/** Objects in which one thing is wrong, and a twin in which it is right. */
export interface RuleFixture {
  /** The rule that has to find it, such as `IN13`. */
  rule: string;
  /** What is wrong, in a few words. */
  name: string;
  /** Where the rule has to find it. */
  hop: string;
  severity: 'error' | 'warning' | 'info';
  /** What the service is made of besides the pod `checkout-a`. */
  root?: { kind: string; name: string };
  /** Rules that find something in the twin as well. */
  alsoFound?: string[];
  broken(place: Place): Manifest[];
  healthy(place: Place): Manifest[];
}
