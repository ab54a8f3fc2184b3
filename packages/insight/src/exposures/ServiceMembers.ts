import { Labels, matchesLabels } from '../labelSelector';
import { ObjectRef } from '../records/base';
import { ServiceRecord } from '../records/networking';
import { podLabelsOf, RecordSet, refKey } from '../RecordSet';
import { Route } from './Route';

/**
 * Which Services, and so which routes, belong to a catalog service.
 *
 * A Service belongs when it is a root itself, or selects pods of a root. One
 * that is missing, or selects no workload that is known, says nothing about
 * whose it is; the route to it belongs when the Service is called like a root,
 * or when the route's own object is a root. Without that, deleting a Service or
 * mistyping its selector would make the exposure vanish instead of break. A root
 * that leads into another namespace belongs whatever is there.
 */
export class ServiceMembers {
  readonly #records: RecordSet;
  readonly #roots: ReadonlySet<string>;
  readonly #rootNames: ReadonlySet<string>;
  readonly #podLabels = new Map<string, Labels[]>();

  constructor(roots: readonly ObjectRef[], records: RecordSet) {
    this.#records = records;
    this.#roots = new Set(roots.map(refKey));
    this.#rootNames = new Set(
      roots.map(({ namespace, name }) => `${namespace}/${name}`),
    );
    for (const root of roots) {
      const record = records.get(root);
      const labels = record && podLabelsOf(record);
      if (labels) {
        const known = this.#podLabels.get(root.namespace) ?? [];
        this.#podLabels.set(root.namespace, [...known, labels]);
      }
    }
  }

  has({ record, backend }: Route): boolean {
    const { namespace, service: name } = backend;
    const service = this.#records.get({ kind: 'Service', namespace, name });
    if (service && this.#isOwn(service)) {
      return true;
    }
    // Whoever has a route that leads into another's namespace has to see that.
    if (namespace !== record.namespace && this.#roots.has(refKey(record))) {
      return true;
    }
    if (service && this.#selectsAnything(service)) {
      return false;
    }
    return (
      this.#rootNames.has(`${namespace}/${name}`) ||
      this.#roots.has(refKey(record))
    );
  }

  #isOwn(service: ServiceRecord): boolean {
    const { namespace, selector } = service;
    if (this.#roots.has(refKey(service))) {
      return true;
    }
    if (!selector) {
      return false;
    }
    const templates = this.#podLabels.get(namespace) ?? [];
    return (
      templates.some(labels => matchesLabels(selector, labels)) ||
      this.#records
        .matching('Pod', namespace, selector)
        .some(pod => this.#roots.has(refKey(this.#records.rootOf(pod))))
    );
  }

  #selectsAnything({ namespace, selector }: ServiceRecord): boolean {
    return (
      selector !== undefined &&
      (this.#records.matching('Pod', namespace, selector).length > 0 ||
        this.#records.matching('ReplicaSet', namespace, selector).length > 0 ||
        this.#records
          .of('Deployment', namespace)
          .some(({ templateLabels }) =>
            matchesLabels(selector, templateLabels),
          ))
    );
  }
}
