interface Timer {
  due: number;
  order: number;
  run: () => void;
}

/**
 * The time of a sandbox. It runs with the machine's clock and can be moved
 * ahead: what falls due on the way happens in order, at its time.
 *
 * @public
 */
export class SandboxClock {
  private readonly timers = new Set<Timer>();
  private offset = 0;
  private skewed = 0;
  private frozenAt: number | undefined;
  private wakeUp: NodeJS.Timeout | undefined;
  private created = 0;
  private settle: () => void = () => {};

  /** Milliseconds since 1970. */
  now(): number {
    return this.frozenAt ?? Date.now() + this.offset;
  }

  /** The time as objects carry it: RFC 3339, whole seconds, UTC. */
  timestamp(): string {
    return `${new Date(this.told()).toISOString().slice(0, 19)}Z`;
  }

  /** What the cluster believes the time to be. */
  told(): number {
    return this.now() + this.skewed;
  }

  /** Makes the cluster's clock go ahead, or behind, of what it counts with. */
  skew(milliseconds: number): void {
    this.skewed += milliseconds;
  }

  /** Runs a task later; returns how to cancel it. */
  after(milliseconds: number, run: () => void): () => void {
    const timer: Timer = {
      due: this.now() + milliseconds,
      order: this.created++,
      run,
    };
    this.timers.add(timer);
    this.arm();
    return () => {
      this.timers.delete(timer);
    };
  }

  /**
   * Sets what has to happen between two tasks when time is moved ahead, so
   * that what follows from the first is there before the second.
   *
   * @internal
   */
  betweenTasks(settle: () => void): void {
    this.settle = settle;
  }

  /** Moves time ahead and runs what falls due until then. */
  advance(milliseconds: number): void {
    const end = this.now() + milliseconds;
    this.frozenAt = this.now();
    this.settle();
    this.runUntil(end);
    this.frozenAt = undefined;
    this.offset = end - Date.now();
    this.arm();
  }

  /** Forgets all tasks. */
  stop(): void {
    this.timers.clear();
    clearTimeout(this.wakeUp);
  }

  private runUntil(end: number): void {
    for (;;) {
      const next = this.next();
      if (!next || next.due > end) {
        break;
      }
      this.timers.delete(next);
      this.frozenAt = Math.max(this.now(), next.due);
      next.run();
      this.settle();
    }
  }

  private next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (
        !first ||
        timer.due < first.due ||
        (timer.due === first.due && timer.order < first.order)
      ) {
        first = timer;
      }
    }
    return first;
  }

  private arm(): void {
    clearTimeout(this.wakeUp);
    const next = this.next();
    if (!next) {
      return;
    }
    // Longer waits than this overflow the timer of the platform.
    const wait = Math.min(Math.max(next.due - this.now(), 0), 2 ** 30);
    this.wakeUp = setTimeout(() => {
      this.runUntil(this.now());
      this.frozenAt = undefined;
      this.arm();
    }, wait);
    this.wakeUp.unref();
  }
}
