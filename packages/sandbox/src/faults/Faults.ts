import { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { SandboxClock } from '../clock/SandboxClock';
import { RequestTarget } from '../http/RequestTarget';
import { respondStatus } from '../http/respond';
import { damageBody } from './damageBody';
import { FaultHandle, FaultMatch, FaultRule } from './Fault';
import { faultStatus } from './faultStatus';
import { seededRandom } from './seededRandom';

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

  constructor(options: { seed: number; clock: SandboxClock }) {
    this.random = seededRandom(options.seed);
    this.clock = options.clock;
  }

  /** Puts a fault in place until its handle removes it. */
  add(rule: FaultRule): FaultHandle {
    const active: ActiveRule = { rule, hits: 0 };
    this.rules.add(active);
    return {
      get hits() {
        return active.hits;
      },
      remove: () => {
        this.rules.delete(active);
      },
    };
  }

  /** Removes all faults. */
  clear(): void {
    this.rules.clear();
  }

  /** Makes a server drop connections while `refuse` is in place. @internal */
  guard(server: Server): void {
    server.on('connection', (socket: Socket) => {
      if (this.draw(({ fault }) => fault.type === 'refuse').length > 0) {
        socket.resetAndDestroy();
      }
    });
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
