import { IncomingMessage, ServerResponse } from 'node:http';
import { SandboxClock } from '../clock/SandboxClock';
import { RequestTarget } from '../http/RequestTarget';
import { respondStatus } from '../http/respond';
import { damageBody } from './damageBody';
import { FaultHandle, FaultMatch, FaultRule } from './Fault';
import { faultStatus } from './faultStatus';
import { seededRandom } from './seededRandom';

/** What can cease to accept connections, and begin again. */
export interface Listener {
  stop(): void;
  start(): Promise<void>;
}

interface ActiveRule {
  rule: FaultRule;
  hits: number;
}

/**
 * The faults of one cluster. They are drawn from a seed, so that a run can be
 * repeated.
 *
 * @public
 */
export class Faults {
  private readonly rules = new Set<ActiveRule>();
  private readonly random: () => number;
  private readonly clock: SandboxClock;
  private listener: Listener | undefined;

  constructor(options: { seed: number; clock: SandboxClock }) {
    this.random = seededRandom(options.seed);
    this.clock = options.clock;
  }

  /** Puts a fault in place until its handle removes it. */
  add(rule: FaultRule): FaultHandle {
    const active: ActiveRule = { rule, hits: 0 };
    this.rules.add(active);
    if (closesListener(rule)) {
      this.listener?.stop();
    }
    return {
      get hits() {
        return active.hits;
      },
      remove: () => this.remove([active]),
    };
  }

  /** Removes all faults; resolves when the server listens again. */
  async clear(): Promise<void> {
    await this.remove([...this.rules]);
  }

  /** Makes `refuse` close a listener. @internal */
  guard(listener: Listener): void {
    this.listener = listener;
  }

  private async remove(gone: ActiveRule[]): Promise<void> {
    const closed = this.isClosed();
    gone.forEach(active => this.rules.delete(active));
    if (closed && !this.isClosed()) {
      await this.listener?.start();
    }
  }

  private isClosed(): boolean {
    return [...this.rules].some(({ rule }) => closesListener(rule));
  }

  /**
   * Lets faults happen to a request. Returns whether it is dealt with.
   *
   * @internal
   */
  async intercept(
    request: IncomingMessage,
    response: ServerResponse,
    target: RequestTarget,
  ): Promise<boolean> {
    const hits = this.draw(({ match }) => matches(match ?? {}, target));
    for (const { fault } of hits) {
      switch (fault.type) {
        case 'refuse':
          request.socket.resetAndDestroy();
          return true;
        case 'hang':
          return true;
        case 'delay':
          await new Promise<void>(resolve => {
            this.clock.after(fault.milliseconds, resolve);
          });
          break;
        case 'status':
          respondStatus(response, faultStatus(fault));
          return true;
        default:
          damageBody(response, fault);
      }
    }
    return false;
  }

  private draw(applies: (rule: FaultRule) => boolean): FaultRule[] {
    const hit: FaultRule[] = [];
    for (const active of this.rules) {
      const { rule } = active;
      const spent = rule.times !== undefined && active.hits >= rule.times;
      if (spent || !applies(rule)) {
        continue;
      }
      if (rule.probability === undefined || this.random() < rule.probability) {
        active.hits++;
        hit.push(rule);
      }
    }
    return hit;
  }
}

// For some requests only, the listener must accept and then reset.
function closesListener({ fault, match, times, probability }: FaultRule) {
  return (
    fault.type === 'refuse' &&
    match === undefined &&
    times === undefined &&
    probability === undefined
  );
}

function matches(match: FaultMatch, target: RequestTarget): boolean {
  if (target.type === 'path') {
    const onlyForResources = match.resource ?? match.group ?? match.namespace;
    return (
      onlyForResources === undefined &&
      (match.verb === undefined || match.verb === target.verb) &&
      (match.path === undefined || target.path.startsWith(match.path))
    );
  }
  return (
    match.path === undefined &&
    (match.verb === undefined || match.verb === target.verb) &&
    (match.resource === undefined || match.resource === target.resource) &&
    (match.group === undefined || match.group === target.group) &&
    (match.namespace === undefined || match.namespace === target.namespace)
  );
}
