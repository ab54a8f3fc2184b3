/** What whoever starts a benchmark may choose; the rest has its usual size. */
export interface BenchOptions {
  clusters?: number;
  services?: number;
  pods?: number;
  /** Names a real server, to be used in place of the sandbox. */
  kubeconfig?: string;
  /** Where to leave CPU profiles of the portals, if anywhere. */
  profileFolder?: string;
}
