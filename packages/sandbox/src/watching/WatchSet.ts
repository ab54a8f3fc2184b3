/** The watches that are open on a cluster. */
export class WatchSet {
  private readonly ends = new Set<() => void>();

  /** Remembers how to end a watch; returns how to forget it. */
  add(end: () => void): () => void {
    this.ends.add(end);
    return () => {
      this.ends.delete(end);
    };
  }

  get size(): number {
    return this.ends.size;
  }

  /** Ends all open watches as a restarting server does. */
  cut(): void {
    for (const end of [...this.ends]) {
      end();
    }
  }
}
