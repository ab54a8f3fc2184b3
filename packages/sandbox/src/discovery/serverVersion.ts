/** The version of the imitated server. */
export const DEFAULT_VERSION = 'v1.36.2';

/**
 * Whether a server of a version such as `v1.36.2` serves streaming lists: it
 * did in 1.32, not in 1.33, and does since 1.34 (feature gate WatchList,
 * https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/,
 * read 2026-11-28).
 */
export function servesStreamingLists(gitVersion: string): boolean {
  const minor = Number(gitVersion.split('.')[1]);
  return minor === 32 || minor >= 34;
}

/** What a cluster of a version such as `v1.36.2` says of itself. */
export function serverVersion(gitVersion: string) {
  const [major, minor] = gitVersion.slice(1).split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: 'sandbox',
    gitTreeState: 'clean',
    buildDate: '2026-11-01T00:00:00Z',
    goVersion: 'go1.26.10',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
