/**
 * Judges Kubernetes manifests before they are applied.
 *
 * @packageDocumentation
 */
export * from './checkFiles';
export { runCommand, type CommandSurroundings } from './command/runCommand';
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
