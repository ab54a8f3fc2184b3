import {
  KubernetesRecord,
  ObjectRef,
  RecordKind,
  RecordOf,
  refKey,
} from '@backstage-aks/insight';

/** Records gathered while edges are followed, each once. */
export class RecordPool {
  readonly #records = new Map<string, KubernetesRecord>();

  add(records: readonly KubernetesRecord[]) {
    for (const record of records) {
      this.#records.set(refKey(record), record);
    }
  }

  ofKind<Kind extends RecordKind>(kind: Kind): RecordOf<Kind>[] {
    return this.all().filter(
      (record): record is RecordOf<Kind> => record.kind === kind,
    );
  }

  all(): KubernetesRecord[] {
    return [...this.#records.values()];
  }

  /** Those of the references that are not in the pool, each once. */
  missing(refs: readonly ObjectRef[]): ObjectRef[] {
    const unknown = refs.filter(ref => !this.#records.has(refKey(ref)));
    return [...new Map(unknown.map(ref => [refKey(ref), ref])).values()];
  }
}
