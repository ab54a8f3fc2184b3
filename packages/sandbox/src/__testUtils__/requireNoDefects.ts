import { SandboxCluster } from '../cluster/SandboxCluster';

/** Fails a test in which a controller broke. */
export function requireNoDefects({ name, defects }: SandboxCluster): void {
  if (defects.length > 0) {
    throw new Error(`controllers of ${name} broke:\n${defects.join('\n')}`);
  }
}
