/** What whoever starts a benchmark may choose; the rest has its usual size. */
export interface BenchOptions {
  clusters?: number;
  services?: number;
  pods?: number;
  /** Where to leave CPU profiles of the portals, if anywhere. */
  profileFolder?: string;
}
