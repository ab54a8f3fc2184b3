import { Gateway, Listener, ListenerSet } from '../objects/gateways';
import { Condition, Selector } from '../objects/workloads';
import {
  ALB,
  GATEWAY_GROUP,
  GatewayObjects,
  isGranted,
} from './gatewayResources';

/** A listener, and whose it is. */
export interface OwnedListener {
  listener: Listener;
  owner: Gateway | ListenerSet;
}

/** What is known of the cluster beside the objects of the Gateway API. */
export interface ClusterFacts {
  hasSecret(namespace: string, name: string): boolean;
  namespaceLabels(namespace: string): Record<string, string>;
}

type Verdict = { reason: string; message: string; holds: boolean };

const KINDS: Record<string, string[]> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute'],
  TCP: ['TCPRoute'],
};

const FINE = 'No errors found';
const CONFLICT =
  'Listener has a conflict with another listener attached to the same Gateway';

/** The kinds of routes that a listener takes. */
export function supportedKinds({
  protocol,
  allowedRoutes,
}: Listener): string[] {
  const possible = KINDS[protocol] ?? [];
  const wanted = allowedRoutes?.kinds;
  return wanted?.length
    ? wanted
        .filter(({ group = GATEWAY_GROUP }) => group === GATEWAY_GROUP)
        .map(({ kind }) => kind)
        .filter(kind => possible.includes(kind))
    : possible;
}

/**
 * The conditions of a listener, with the reasons of the Gateway API (1.6) and
 * the words of Istio (pilot/pkg/config/kube/gateway, 2026).
 */
export function listenerConditions(
  one: OwnedListener,
  all: OwnedListener[],
  objects: GatewayObjects,
  facts: ClusterFacts,
  controller: string,
): Condition[] {
  const accepted = acceptance(one.listener, controller);
  const resolved = references(one, objects, facts);
  const conflict = conflictOf(one, all);
  const programmed: Verdict =
    accepted.holds && resolved.holds
      ? { holds: true, reason: 'Programmed', message: FINE }
      : {
          holds: false,
          reason: 'Invalid',
          message: resolved.holds
            ? accepted.message
            : invalidMessage(resolved.reason),
        };
  const clash: Verdict | undefined = conflict
    ? { holds: false, reason: conflict, message: CONFLICT }
    : undefined;
  return [
    condition('Accepted', clash ?? accepted),
    condition(
      'Conflicted',
      clash
        ? { ...clash, holds: true }
        : { holds: false, reason: 'NoConflicts', message: FINE },
    ),
    condition('Programmed', clash ?? programmed),
    condition('ResolvedRefs', resolved),
  ];
}

function invalidMessage(reason: string): string {
  return reason === 'InvalidRouteKinds'
    ? 'Invalid route kinds'
    : 'Bad TLS configuration';
}

function condition(
  type: string,
  { holds, reason, message }: Verdict,
): Condition {
  return { type, status: holds ? 'True' : 'False', reason, message };
}

function acceptance({ protocol, port }: Listener, controller: string): Verdict {
  if (!KINDS[protocol]) {
    return {
      holds: false,
      reason: 'UnsupportedProtocol',
      message: `protocol "${protocol}" is unsupported`,
    };
  }
  // Application Gateway for Containers listens nowhere else.
  if (controller === ALB && port !== 80 && port !== 443) {
    return {
      holds: false,
      reason: 'PortUnavailable',
      message: `port ${port} is not supported, only ports 80 and 443 are`,
    };
  }
  return { holds: true, reason: 'Accepted', message: FINE };
}

function references(
  { listener, owner }: OwnedListener,
  { grants }: GatewayObjects,
  { hasSecret }: ClusterFacts,
): Verdict {
  const { kinds } = listener.allowedRoutes ?? {};
  if (kinds?.length && supportedKinds(listener).length < kinds.length) {
    return {
      holds: false,
      reason: 'InvalidRouteKinds',
      message: 'Invalid route kinds',
    };
  }
  const home = owner.metadata.namespace ?? '';
  for (const { group = '', kind = 'Secret', name, namespace = home } of listener
    .tls?.certificateRefs ?? []) {
    const from = { kind: owner.kind, namespace: home };
    if (!isGranted(grants, from, { group, kind, name, namespace })) {
      return {
        holds: false,
        reason: 'RefNotPermitted',
        message: `certificateRef ${name}/${namespace} not accessible to a Gateway in namespace "${home}" (missing a ReferenceGrant?)`,
      };
    }
    if (group !== '' || kind !== 'Secret' || !hasSecret(namespace, name)) {
      return {
        holds: false,
        reason: 'InvalidCertificateRef',
        message: `invalid certificate reference ${group}/${kind}/${name}.${namespace}, ${
          kind === 'Secret'
            ? `secret ${namespace}/${name} not found`
            : 'only secret is allowed'
        }`,
      };
    }
  }
  return { holds: true, reason: 'ResolvedRefs', message: FINE };
}

// TLS and HTTPS share a port by the name that the client asks for.
const FAMILY: Record<string, string> = { HTTPS: 'TLS' };

function conflictOf(
  one: OwnedListener,
  all: OwnedListener[],
): string | undefined {
  const { listener } = one;
  // Of listeners that clash, the one that was there first stays.
  const before = all.slice(0, all.indexOf(one));
  const familyOf = ({ protocol }: Listener) => FAMILY[protocol] ?? protocol;
  const samePort = before.filter(
    other => other.listener.port === listener.port,
  );
  if (samePort.some(other => familyOf(other.listener) !== familyOf(listener))) {
    return 'ProtocolConflict';
  }
  return samePort.some(other => other.listener.hostname === listener.hostname)
    ? 'HostnameConflict'
    : undefined;
}

/** Whether routes (or listeners) of a namespace may join. */
export function allowsNamespace(
  rule: { from?: string; selector?: Selector } | undefined,
  home: string,
  namespace: string,
  selects: (selector: Selector | undefined) => boolean,
  usual: 'Same' | 'None',
): boolean {
  switch (rule?.from ?? usual) {
    case 'All':
      return true;
    case 'Same':
      return home === namespace;
    case 'Selector':
      return selects(rule?.selector);
    default:
      return false;
  }
}
