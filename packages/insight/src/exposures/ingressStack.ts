import { Instant } from '../rules/Instant';
import { stacks, StackFacts } from './stackFacts';

/**
 * Whether Microsoft, or the stack's own project, still mends security faults in it.
 * `ending` begins half a year before the last day; `self-managed` is what Microsoft
 * never supported; `not-known` where nobody has told the portal.
 *
 * @public
 */
export type StackSupport =
  | 'supported'
  | 'ending'
  | 'ended'
  | 'self-managed'
  | 'not-known';

/**
 * Who lets traffic in, in the words that Azure's pages use: which stack, who
 * looks after it, until when it is supported, and where to go from there.
 *
 * @public
 */
export interface IngressStack {
  /** Stable, such as `app-routing-nginx`; `unknown` for a controller not known. */
  id: string;
  /** Its name; the controller's own where the stack is not known. */
  title: string;
  /** Who installs, upgrades and mends it, in one sentence. */
  managedBy: string;
  support: StackSupport;
  /** The last day of support as `YYYY-MM-DD`, where there is one. */
  lastDay?: string;
  /** What Microsoft or its own project recommends instead, fit to follow "move to". */
  successor?: string;
  /** The page to read on. */
  docs?: string;
}

/**
 * What {@link ingressStackOf} needs to know of a class.
 *
 * @public
 */
export interface StackSubject {
  kind: 'IngressClass' | 'GatewayClass';
  name: string;
  controller: string;
}

/**
 * The stack behind an IngressClass or a GatewayClass.
 *
 * @public
 */
export function ingressStackOf(
  subject: StackSubject,
  instant: Instant,
): IngressStack {
  const facts = stackFactsOf(subject);
  return facts
    ? describe(facts, instant)
    : {
        id: 'unknown',
        title: subject.controller || subject.name,
        managedBy: `The portal does not know the controller ${
          subject.controller || 'of this class'
        }; whoever installed it looks after it.`,
        support: 'not-known',
      };
}

/** The stack behind a Service of type LoadBalancer. */
export const loadBalancerStack: IngressStack = {
  id: 'azure-load-balancer',
  title: 'Azure Load Balancer',
  managedBy:
    'AKS keeps the load balancer as the Service says; changes made to it in Azure are undone.',
  support: 'supported',
  docs: 'https://learn.microsoft.com/azure/aks/load-balancer-standard',
};

/** What is known of the stack behind a class, where the portal knows it. */
export function stackFactsOf({
  kind,
  name,
  controller,
}: StackSubject): StackFacts | undefined {
  return stacks.find(
    stack =>
      (stack.kind === undefined || stack.kind === kind) &&
      stack.controller.test(controller) &&
      (stack.className === undefined || stack.className === name),
  );
}

const MONTHS_OF_WARNING = 6;

function describe(facts: StackFacts, instant: Instant): IngressStack {
  const { id, title, managedBy, unsupportedFrom, successor, docs } = facts;
  return {
    id,
    title,
    managedBy,
    support: unsupportedFrom
      ? supportUntil(unsupportedFrom, instant)
      : facts.support ?? 'not-known',
    ...(unsupportedFrom && { lastDay: dayBefore(unsupportedFrom) }),
    ...(successor && { successor }),
    ...(docs && { docs }),
  };
}

function supportUntil(unsupportedFrom: Date, instant: Instant): StackSupport {
  if (instant.hasReached(unsupportedFrom)) {
    return 'ended';
  }
  const warnFrom = new Date(unsupportedFrom);
  warnFrom.setUTCMonth(warnFrom.getUTCMonth() - MONTHS_OF_WARNING);
  return instant.hasReached(warnFrom) ? 'ending' : 'supported';
}

function dayBefore(date: Date): string {
  return new Date(date.getTime() - 1).toISOString().slice(0, 10);
}
