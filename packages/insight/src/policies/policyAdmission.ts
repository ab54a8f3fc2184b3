import { LabelSelector, Labels, matchesLabels } from '../labelSelector';
import {
  NetworkPolicyRecord,
  PolicyPeer,
  PolicyPort,
  PolicyRule,
} from '../records/networking';
import { ContainerPort } from '../records/podTemplates';

/**
 * Who sends, as far as it is known. Labels may be known in part: a key that is
 * not among them is open, unless `complete` says that there are no others.
 */
export interface PolicySource {
  namespace?: string;
  namespaceLabels: KnownLabels;
  podLabels: KnownLabels;
  /** True for what is no pod of the cluster, such as a gateway of Azure. */
  outside?: true;
}

/** Labels, and whether they are all that there are. */
export interface KnownLabels {
  labels: Labels;
  complete: boolean;
}

/** Whom it is sent to. */
export interface PolicyTarget {
  namespace: string;
  labels: Labels;
  port: number;
  protocol: string;
  /** The ports of the pod, for rules that name one. */
  ports: readonly ContainerPort[];
}

/** Whether a source gets through; `unknown` where it hangs on what is not known. */
export type Admission = 'allowed' | 'denied' | 'unknown';

/**
 * Whether NetworkPolicies let a source through to a pod. Without a policy that
 * selects the pod for Ingress everybody gets through; with some, whoever one of
 * their rules lets in.
 *
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function admissionOf(
  policies: readonly NetworkPolicyRecord[],
  source: PolicySource,
  target: PolicyTarget,
): { admission: Admission; policies: NetworkPolicyRecord[] } {
  const limiting = policies.filter(
    ({ namespace, selector, ingress }) =>
      ingress !== undefined &&
      namespace === target.namespace &&
      matchesLabels(selector, target.labels),
  );
  if (limiting.length === 0) {
    return { admission: 'allowed', policies: [] };
  }
  const answers = limiting.flatMap(({ namespace, ingress = [], cutTo }) => [
    ...ingress.map(rule => admittedBy(rule, namespace, source, target)),
    // Of a policy that was too large some rules are not known.
    ...(cutTo === undefined ? [] : (['unknown'] as const)),
  ]);
  return { admission: anyOf(answers), policies: limiting };
}

function admittedBy(
  { peers, ports }: PolicyRule,
  policyNamespace: string,
  source: PolicySource,
  target: PolicyTarget,
): Admission {
  return allOf([
    ports === undefined
      ? 'allowed'
      : anyOf(ports.map(port => fitsPort(port, target))),
    peers === undefined
      ? 'allowed'
      : anyOf(peers.map(peer => fitsPeer(peer, policyNamespace, source))),
  ]);
}

function fitsPort(
  { protocol, port, endPort }: PolicyPort,
  target: PolicyTarget,
): Admission {
  if (protocol !== target.protocol) {
    return 'denied';
  }
  if (port === undefined) {
    return 'allowed';
  }
  if (typeof port === 'string') {
    return target.ports.some(
      entry =>
        entry.name === port &&
        entry.port === target.port &&
        entry.protocol === protocol,
    )
      ? 'allowed'
      : 'denied';
  }
  return target.port >= port && target.port <= (endPort ?? port)
    ? 'allowed'
    : 'denied';
}

function fitsPeer(
  peer: PolicyPeer,
  policyNamespace: string,
  source: PolicySource,
): Admission {
  if ('cidr' in peer) {
    return fitsRange(peer, source);
  }
  if (source.outside) {
    return 'denied';
  }
  const { pods, namespaces } = peer;
  return allOf([
    namespaces === undefined
      ? sameNamespace(policyNamespace, source)
      : fitsLabels(namespaces, source.namespaceLabels),
    pods === undefined ? 'allowed' : fitsLabels(pods, source.podLabels),
  ]);
}

// Which address the other side sees hangs on the network: a pod's own or, where
// it is translated, a node's; and Cilium takes no range for pods and nodes at all
// (learn.microsoft.com/azure/aks/azure-cni-powered-by-cilium, read 2026-08-21). So
// only for what is outside, and only a range that leaves out nothing is sure.
function fitsRange(
  { cidr, except }: Extract<PolicyPeer, { cidr: string }>,
  { outside }: PolicySource,
): Admission {
  return outside && cidr === '0.0.0.0/0' && except.length === 0
    ? 'allowed'
    : 'unknown';
}

function sameNamespace(
  policyNamespace: string,
  { namespace }: PolicySource,
): Admission {
  if (namespace === undefined) {
    return 'unknown';
  }
  return namespace === policyNamespace ? 'allowed' : 'denied';
}

function fitsLabels(
  selector: LabelSelector,
  { labels, complete }: KnownLabels,
): Admission {
  return allOf(
    selector.map(requirement => {
      if (!complete && !Object.hasOwn(labels, requirement.key)) {
        return 'unknown';
      }
      return matchesLabels([requirement], labels) ? 'allowed' : 'denied';
    }),
  );
}

function anyOf(answers: readonly Admission[]): Admission {
  if (answers.includes('allowed')) {
    return 'allowed';
  }
  return answers.includes('unknown') ? 'unknown' : 'denied';
}

function allOf(answers: readonly Admission[]): Admission {
  if (answers.includes('denied')) {
    return 'denied';
  }
  return answers.includes('unknown') ? 'unknown' : 'allowed';
}
