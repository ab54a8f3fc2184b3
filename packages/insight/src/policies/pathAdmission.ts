import { SharedPath } from '../exposures/ExposurePath';
import { NetworkPolicyRecord } from '../records/networking';
import { PodRecord } from '../records/pods';
import { refKey, RecordSet } from '../RecordSet';
import { isOnHostNetwork } from './isOnHostNetwork';
import { EntrySource, entrySourceOf } from './entrySource';
import { Admission, admissionOf, PolicyTarget } from './policyAdmission';

/** Which pods of a path NetworkPolicies leave within reach. */
export interface PathAdmission {
  source: EntrySource;
  /** Pods that are surely cut off. */
  denied: readonly PodRecord[];
  /** Pods of which it hangs on what is not known. */
  unknown: readonly PodRecord[];
  /** How many pods there are whose port is known. */
  of: number;
  /** The policies that select pods which are, or may be, cut off. */
  policies: readonly NetworkPolicyRecord[];
  /** The port that is sent to, of one of those pods. */
  port: number;
  protocol: string;
}

/**
 * What NetworkPolicies do to the way from where traffic enters the cluster to
 * the pods; undefined where they bar nothing. Those of other kinds, such as
 * CiliumNetworkPolicies, are not looked at.
 */
export function pathAdmissionOf(
  path: SharedPath,
  records: RecordSet,
): PathAdmission | undefined {
  const [first] = path.pods;
  const all = first ? records.of('NetworkPolicy', first.namespace) : [];
  if (all.length === 0) {
    return undefined;
  }
  const source = entrySourceOf(path, records);
  const answers = path.pods.flatMap(pod => {
    const target = targetOf(pod, path);
    return target
      ? [{ pod, target, ...answerFor(pod, all, source, target, records) }]
      : [];
  });
  const barred = answers.filter(({ admission }) => admission !== 'allowed');
  if (barred.length === 0) {
    return undefined;
  }
  const among = (wanted: Admission) =>
    barred
      .filter(({ admission }) => admission === wanted)
      .map(({ pod }) => pod);
  const policies = barred.flatMap(answer => answer.policies);
  return {
    source,
    denied: among('denied'),
    unknown: among('unknown'),
    of: answers.length,
    policies: [...new Map(policies.map(it => [refKey(it), it])).values()],
    port: barred[0].target.port,
    protocol: barred[0].target.protocol,
  };
}

// What a policy does to a pod in the network of its node is not defined.
// https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods
function answerFor(
  pod: PodRecord,
  policies: readonly NetworkPolicyRecord[],
  source: EntrySource,
  target: PolicyTarget,
  records: RecordSet,
) {
  const answer = admissionOf(policies, source, target);
  return answer.admission === 'denied' && isOnHostNetwork(pod, records)
    ? { ...answer, admission: 'unknown' as const }
    : answer;
}

/** The port of a pod to which the Service sends; it may have no such. */
function targetOf(
  { namespace, labels, ports }: PodRecord,
  { port }: SharedPath,
): PolicyTarget | undefined {
  const wanted = port?.targetPort;
  const number =
    typeof wanted === 'string'
      ? ports.find(
          ({ name, protocol }) =>
            name === wanted && protocol === port?.protocol,
        )?.port
      : wanted;
  return port && number !== undefined
    ? { namespace, labels, port: number, protocol: port.protocol, ports }
    : undefined;
}
