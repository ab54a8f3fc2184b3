/**
 * Judges Kubernetes manifests before they are applied.
 *
 * @packageDocumentation
 */
export * from './checkFiles';
export type {
  CheckVerdict,
  Evidence,
  ManifestOptions,
  ObjectRef,
  PodSecurityLevel,
  Remedy,
  Severity,
  Verdict,
} from '@backstage-aks/insight';
