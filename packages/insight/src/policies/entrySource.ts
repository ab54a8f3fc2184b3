import { Entrance } from '../exposures/Entrance';
import { SharedPath } from '../exposures/ExposurePath';
import { stackFactsOf } from '../exposures/ingressStack';
import { stackSubjectOf } from '../exposures/pathStack';
import { StackFacts } from '../exposures/stackFacts';
import { GatewayRecord } from '../records/gateway';
import { GATEWAY_NAME } from '../records/gatewayName';
import { PodRecord } from '../records/pods';
import { RecordSet } from '../RecordSet';
import { isOnHostNetwork } from './isOnHostNetwork';
import { KnownLabels, PolicySource } from './policyAdmission';

/** Who sends to the pods of a path, with a name for it. */
export interface EntrySource extends PolicySource {
  /** Such as `app routing · NGINX`. */
  name: string;
}

// The API server sets it on every namespace (Kubernetes 1.22 and later).
// https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

const NOTHING: KnownLabels = { labels: {}, complete: false };

/** Who talks to the pods of a path, as far as it is known. */
export function entrySourceOf(
  path: SharedPath,
  records: RecordSet,
): EntrySource {
  const { record, attachment } = path.route;
  if (record.kind === 'Service') {
    return fromOutside('a client from outside');
  }
  const subject = stackSubjectOf(path);
  const facts = subject && stackFactsOf(subject);
  const seen = path.entrance && proxiesOf(path.entrance, records);
  if (seen) {
    return fromPods(facts?.title ?? 'the controller', ...seen, records);
  }
  if (!facts) {
    return fromPods('the controller', undefined, NOTHING, records);
  }
  const { title, dataPlane } = facts;
  if (dataPlane.in === 'azure') {
    return fromOutside(title);
  }
  const gateway = attachment?.gateway;
  if (gateway && runsBeside(gateway, facts, records)) {
    return fromPods(
      title,
      gateway.namespace,
      { labels: { [GATEWAY_NAME]: gateway.name }, complete: false },
      records,
    );
  }
  const { namespace, labels = {} } = dataPlane;
  return fromPods(title, namespace, { labels, complete: false }, records);
}

/** Namespace and labels of the pods that stand behind an entrance. */
function proxiesOf(
  { service, pods }: Entrance,
  records: RecordSet,
): [namespace: string, podLabels: KnownLabels] | undefined {
  // Those in the network of their nodes send from the nodes' addresses.
  return pods.length === 0 || pods.some(pod => isOnHostNetwork(pod, records))
    ? undefined
    : [service.namespace, labelsInCommon(pods)];
}

function labelsInCommon(pods: readonly PodRecord[]): KnownLabels {
  const [first, ...others] = pods;
  const common = Object.entries(first.labels).filter(([key, value]) =>
    others.every(({ labels }) => labels[key] === value),
  );
  return {
    labels: Object.fromEntries(common),
    complete: pods.every(
      ({ labels, cutTo }) =>
        cutTo === undefined && Object.keys(labels).length === common.length,
    ),
  };
}

// Application routing always makes the pods of a Gateway in its namespace. Other
// Istios do so where the Service of that Gateway is there; else one that was
// installed by hand, wherever, may serve it.
// https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/, read 2026-11-24
function runsBeside(
  { namespace, name, className }: GatewayRecord,
  { id }: StackFacts,
  records: RecordSet,
): boolean {
  return (
    id === 'app-routing-gateway' ||
    (id === 'istio-gateway' &&
      records.get({
        kind: 'Service',
        namespace,
        name: `${name}-${className}`,
      }) !== undefined)
  );
}

function fromOutside(name: string): EntrySource {
  const none = { labels: {}, complete: true };
  return { name, namespaceLabels: none, podLabels: none, outside: true };
}

function fromPods(
  name: string,
  namespace: string | undefined,
  podLabels: KnownLabels,
  records: RecordSet,
): EntrySource {
  return namespace === undefined
    ? { name, namespaceLabels: NOTHING, podLabels }
    : {
        name,
        namespace,
        namespaceLabels: labelsOfNamespace(namespace, records),
        podLabels,
      };
}

function labelsOfNamespace(name: string, records: RecordSet): KnownLabels {
  const record = records.get({ kind: 'Namespace', namespace: '', name });
  return {
    labels: { ...record?.labels, [NAMESPACE_NAME]: name },
    complete: record !== undefined && record.cutTo === undefined,
  };
}
