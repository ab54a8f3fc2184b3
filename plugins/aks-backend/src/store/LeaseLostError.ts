/** Another holder has taken over a cluster; nothing was written. */
export class LeaseLostError extends Error {
  readonly name = 'LeaseLostError';

  constructor(cluster: string) {
    super(
      `Another backend replica collects cluster "${cluster}" now; this one stops writing about it`,
    );
  }
}
