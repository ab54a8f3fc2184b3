import { IncomingMessage, ServerResponse } from 'node:http';
import { SandboxClock } from '../clock/SandboxClock';
import { RequestTarget } from '../http/RequestTarget';
import { respondStatus } from '../http/respond';
import { damageBody } from './damageBody';
import { damageWatch } from './damageWatch';
import { dripBody } from './dripBody';
import { FaultHandle, FaultMatch, FaultRule, FaultState } from './Fault';
import { faultStatus } from './faultStatus';
import { seededRandom } from './seededRandom';

/** What can cease to accept connections, and begin again. */
export interface Listener {
  stop(): void;
  start(): Promise<void>;
}

/**
 * The faults of one cluster. They are drawn from a seed, so that a run can be
 * repeated.
 *
 * @public
 */
export class Faults {
  private readonly rules = new Set<FaultState>();
  private readonly random: () => number;
  private readonly clock: SandboxClock;
  private readonly compact: () => void;
  private listener: Listener | undefined;
  private added = 0;

  constructor(options: {
    seed: number;
    clock: SandboxClock;
    compact: () => void;
  }) {
    this.compact = options.compact;
    this.random = seededRandom(options.seed);
    this.clock = options.clock;
  }

  /** Puts a fault in place until its handle removes it. */
  add(rule: FaultRule): FaultHandle {
    const active: FaultState = { id: ++this.added, rule, hits: 0 };
    this.rules.add(active);
    if (rule.fault.type === 'clockSkew') {
      this.clock.skew(rule.fault.milliseconds);
    }
    if (rule.lasts !== undefined) {
      this.clock.after(rule.lasts, () => void this.end([active]));
    }
    if (closesListener(rule)) {
      this.listener?.stop();
    }
    return {
      get hits() {
        return active.hits;
      },
      remove: () => this.end([active]),
    };
  }

  /** The faults in place, oldest first. */
  list(): FaultState[] {
    return [...this.rules].map(state => ({ ...state }));
  }

  /** Removes the fault with an id; resolves to whether there was one. */
  async remove(id: number): Promise<boolean> {
    const found = [...this.rules].filter(state => state.id === id);
    await this.end(found);
    return found.length > 0;
  }

  /** Removes all faults; resolves when the server listens again. */
  async clear(): Promise<void> {
    await this.end([...this.rules]);
  }

  /** Makes `refuse` close a listener. @internal */
  guard(listener: Listener): void {
    this.listener = listener;
  }

  private async end(gone: FaultState[]): Promise<void> {
    const closed = this.isClosed();
    for (const active of gone) {
      const { fault } = active.rule;
      if (this.rules.delete(active) && fault.type === 'clockSkew') {
        this.clock.skew(-fault.milliseconds);
      }
    }
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
    if (target.type === 'path' && target.path.startsWith('/sandbox/')) {
      return false;
    }
    const token = bearerToken(request);
    const hits = this.draw(
      ({ match = {} }) =>
        (match.token === undefined || match.token === token) &&
        matches(match, target),
    );
    for (const { fault } of hits) {
      switch (fault.type) {
        case 'clockSkew':
          response.setHeader('date', new Date(this.clock.told()).toUTCString());
          break;
        case 'compact':
          this.compact();
          break;
        case 'drip':
          dripBody(response, fault.bytesPerSecond, this.clock);
          break;
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
          if (target.verb === 'watch') {
            damageWatch(response, fault);
          } else if (fault.type !== 'cutWatch') {
            damageBody(response, fault);
          }
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

function bearerToken({ headers }: IncomingMessage): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
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
