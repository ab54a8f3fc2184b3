import { Verdict } from '../../exposure';
import { ManifestOptions } from '../checkManifests';
import { Written } from './manifests';

/** One fault in manifests, and how they are without it. */
export interface CheckCase {
  check: string;
  /** What the fault is, to follow the check's id. */
  name: string;
  broken: Written[];
  healthy: Written[];
  verdict: Verdict;
  /** The fields that are named, the one that is to change first. */
  fields: string[];
  options?: ManifestOptions;
  /** Other checks that object to the broken manifests too. */
  alsoFound?: string[];
}
