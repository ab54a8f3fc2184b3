import { KubernetesObject } from '../objects/KubernetesObject';
import { SortedCollection } from './SortedCollection';

/** One change, as watches report it. Objects are never modified in place. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  revision: number;
  resource: string;
  key: string;
  /** The object after the change; for a deletion, as it was last. */
  object: KubernetesObject;
  previous?: KubernetesObject;
}

/**
 * The objects of one cluster with their history, as etcd keeps them: every
 * write takes the next revision, and the past can be read until it is
 * compacted.
 */
export class ObjectStore {
  private readonly collections = new Map<string, SortedCollection>();
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private history: StoreEvent[] = [];
  private current: number;
  private compacted: number;

  constructor(
    startRevision: number,
    private readonly maxHistory: number = 20_000,
  ) {
    this.current = startRevision;
    this.compacted = startRevision;
  }

  get revision(): number {
    return this.current;
  }

  /** Changes up to this revision can no longer be read. */
  get compactedRevision(): number {
    return this.compacted;
  }

  get(resource: string, key: string): KubernetesObject | undefined {
    return this.collections.get(resource)?.get(key);
  }

  /** Objects in the order of their keys. */
  list(resource: string, prefix = ''): KubernetesObject[] {
    return this.collections.get(resource)?.list(prefix) ?? [];
  }

  /** Keys and objects as they were at a revision that is not compacted. */
  entriesAt(
    resource: string,
    revision: number,
    prefix = '',
  ): [string, KubernetesObject][] {
    const entries = this.collections.get(resource)?.entries(prefix) ?? [];
    const later = this.eventsSince(revision).filter(
      event => event.resource === resource && event.key.startsWith(prefix),
    );
    if (later.length === 0) {
      return entries;
    }
    const past = new Map(entries);
    for (const event of later.reverse()) {
      if (event.previous) {
        past.set(event.key, event.previous);
      } else {
        past.delete(event.key);
      }
    }
    return [...past].sort(([left], [right]) => (left < right ? -1 : 1));
  }

  /** Writes an object and returns it with its new resourceVersion. */
  put(
    resource: string,
    key: string,
    object: KubernetesObject,
  ): KubernetesObject {
    const collection = this.collectionOf(resource);
    const previous = collection.get(key);
    const stored = this.stamped(object);
    collection.set(key, stored);
    this.record({
      type: previous ? 'MODIFIED' : 'ADDED',
      revision: this.current,
      resource,
      key,
      object: stored,
      previous,
    });
    return stored;
  }

  /**
   * Takes over objects as they are, with their resourceVersions. History
   * begins after them, and nobody is told.
   */
  restore(
    resource: string,
    entries: readonly (readonly [string, KubernetesObject])[],
  ): void {
    const collection = this.collectionOf(resource);
    for (const [key, object] of entries) {
      collection.set(key, object);
      const revision = Number(object.metadata.resourceVersion);
      this.current = Math.max(this.current, revision || 0);
    }
    this.compact();
  }

  /** Removes an object and returns it as the DELETED event carries it. */
  delete(resource: string, key: string): KubernetesObject | undefined {
    const previous = this.collections.get(resource)?.get(key);
    if (!previous) {
      return undefined;
    }
    this.collectionOf(resource).delete(key);
    const object = this.stamped(previous);
    this.record({
      type: 'DELETED',
      revision: this.current,
      resource,
      key,
      object,
      previous,
    });
    return object;
  }

  /** The changes after a revision, oldest first. */
  eventsSince(revision: number): StoreEvent[] {
    let low = 0;
    let high = this.history.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.history[middle].revision <= revision) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.history.slice(low);
  }

  /** Calls a listener for each change from now on; returns how to stop. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Forgets the changes up to a revision. */
  compact(revision: number = this.current): void {
    this.history = this.eventsSince(revision);
    this.compacted = Math.max(this.compacted, revision);
  }

  private stamped(object: KubernetesObject): KubernetesObject {
    this.current++;
    return {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.current) },
    };
  }

  private record(event: StoreEvent): void {
    this.history.push(event);
    if (this.history.length > this.maxHistory * 1.25) {
      this.compact(
        this.history[this.history.length - this.maxHistory].revision - 1,
      );
    }
    for (const listener of [...this.listeners]) {
      listener(event);
    }
  }

  private collectionOf(resource: string): SortedCollection {
    let collection = this.collections.get(resource);
    if (!collection) {
      collection = new SortedCollection();
      this.collections.set(resource, collection);
    }
    return collection;
  }
}
