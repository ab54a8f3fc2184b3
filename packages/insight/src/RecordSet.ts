import { Labels, LabelSelector, matchesLabels } from './labelSelector';
import { KubernetesRecord, RecordKind, RecordOf } from './record';
import { ObjectRef } from './records/base';
import { EndpointSliceRecord } from './records/networking';

/**
 * Records of one cluster, indexed for the questions that views ask. Of several
 * records of one object the last one counts.
 *
 * @public
 */
export class RecordSet {
  readonly #byRef = new Map<string, KubernetesRecord>();
  readonly #byPlace = new Map<string, KubernetesRecord[]>();
  readonly #byLabel = new Map<string, KubernetesRecord[]>();
  readonly #slices = new Map<string, EndpointSliceRecord[]>();

  constructor(records: Iterable<KubernetesRecord>) {
    for (const record of records) {
      this.#byRef.set(refKey(record), record);
    }
    for (const record of this.#byRef.values()) {
      this.#index(record);
    }
  }

  /** The record of one object. */
  get<Kind extends RecordKind>(ref: {
    kind: Kind;
    namespace: string;
    name: string;
  }): RecordOf<Kind> | undefined;
  get(ref: ObjectRef): KubernetesRecord | undefined;
  get(ref: ObjectRef): KubernetesRecord | undefined {
    return this.#byRef.get(refKey(ref));
  }

  /** All records of a kind, or those in one namespace. */
  of<Kind extends RecordKind>(
    kind: Kind,
    namespace?: string,
  ): RecordOf<Kind>[] {
    const places =
      namespace === undefined
        ? [...this.#byPlace.keys()].filter(key => key.startsWith(`${kind}/`))
        : [`${kind}/${namespace}`];
    return places.flatMap(key => ofKind(this.#byPlace.get(key) ?? [], kind));
  }

  /** Records of a kind in a namespace whose labels meet a selector. */
  matching<Kind extends RecordKind>(
    kind: Kind,
    namespace: string,
    selector: LabelSelector,
  ): RecordOf<Kind>[] {
    return this.#candidates(kind, namespace, selector).filter(({ labels }) =>
      matchesLabels(selector, labels),
    );
  }

  /**
   * The object at the top of a record's owners: a pod's Deployment rather than
   * its ReplicaSet. It need not have a record itself.
   */
  rootOf(record: KubernetesRecord): ObjectRef {
    const seen = new Set<string>();
    let top: ObjectRef = record;
    let owner = record.owner;
    while (owner && !seen.has(refKey(owner))) {
      seen.add(refKey(owner));
      top = owner;
      owner = this.get(owner)?.owner;
    }
    return refOf(top);
  }

  /** The EndpointSlices that belong to a Service. */
  slicesOf(service: {
    namespace: string;
    name: string;
  }): readonly EndpointSliceRecord[] {
    return this.#slices.get(`${service.namespace}/${service.name}`) ?? [];
  }

  #index(record: KubernetesRecord) {
    const place = `${record.kind}/${record.namespace}`;
    append(this.#byPlace, place, record);
    for (const [key, value] of Object.entries(record.labels)) {
      append(this.#byLabel, labelKey(place, key, value), record);
    }
    if (record.kind === 'EndpointSlice' && record.service) {
      append(this.#slices, `${record.namespace}/${record.service}`, record);
    }
  }

  /** The fewest records known to hold all that meet the selector. */
  #candidates<Kind extends RecordKind>(
    kind: Kind,
    namespace: string,
    selector: LabelSelector,
  ): RecordOf<Kind>[] {
    const place = `${kind}/${namespace}`;
    const lists = selector.flatMap(requirement =>
      requirement.operator === 'In'
        ? [
            [...new Set(requirement.values)].flatMap(
              value =>
                this.#byLabel.get(labelKey(place, requirement.key, value)) ??
                [],
            ),
          ]
        : [],
    );
    const fewest = lists.reduce<KubernetesRecord[] | undefined>(
      (best, list) => (best && best.length <= list.length ? best : list),
      undefined,
    );
    return fewest ? ofKind(fewest, kind) : this.of(kind, namespace);
  }
}

/**
 * One text for one object, to compare or index by.
 *
 * @public
 */
export function refKey({ kind, namespace, name }: ObjectRef): string {
  return `${kind}/${namespace}/${name}`;
}

/**
 * What names an object, without the facts about it.
 *
 * @public
 */
export function refOf({ kind, namespace, name }: ObjectRef): ObjectRef {
  return { kind, namespace, name };
}

/**
 * The labels of a workload's pods: a template's, or a bare pod's own. Undefined
 * for what is no workload.
 *
 * @public
 */
export function podLabelsOf(record: KubernetesRecord): Labels | undefined {
  switch (record.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'CronJob':
    case 'Job':
      return record.templateLabels;
    // A ReplicaSet takes its labels from the template that it stamps out.
    case 'ReplicaSet':
    case 'Pod':
      return record.labels;
    default:
      return undefined;
  }
}

function ofKind<Kind extends RecordKind>(
  records: readonly KubernetesRecord[],
  kind: Kind,
): RecordOf<Kind>[] {
  return records.filter(
    (record): record is RecordOf<Kind> => record.kind === kind,
  );
}

function labelKey(place: string, key: string, value: string): string {
  return `${place}/${key}=${value}`;
}

function append<Value>(
  index: Map<string, Value[]>,
  key: string,
  value: Value,
): void {
  const list = index.get(key);
  if (list) {
    list.push(value);
  } else {
    index.set(key, [value]);
  }
}
