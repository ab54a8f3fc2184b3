import { SandboxClock } from '../clock/SandboxClock';
import { isJsonObject } from '../objects/json';
import { apiVersionOf } from '../kinds/KindDefinition';
import {
  KubernetesObject,
  ObjectInput,
  OwnerReference,
} from '../objects/KubernetesObject';
import type { Registry } from '../registry/Registry';
import { DeleteOptions } from '../registry/WriteOptions';
import { Timing } from './Timing';

/** A resource a controller works with: group and plural. */
export type Resource = readonly [group: string, plural: string];

interface ContextOptions {
  registry: Registry;
  timing: Timing;
  /** The uids of objects whose recorded state is to stay. */
  held: ReadonlySet<string>;
  manager: string;
  requeue: (key: string, milliseconds: number) => void;
}

/** How a controller reads and writes its cluster. */
export class ControllerContext {
  readonly timing: Timing;
  readonly manager: string;
  private readonly registry: Registry;
  private readonly held: ReadonlySet<string>;
  private readonly requeue: ContextOptions['requeue'];

  constructor(options: ContextOptions) {
    this.registry = options.registry;
    this.timing = options.timing;
    this.held = options.held;
    this.manager = options.manager;
    this.requeue = options.requeue;
  }

  get clock(): SandboxClock {
    return this.registry.clock;
  }

  /** Whether the object was loaded with a state that must not change. */
  isHeld(object: KubernetesObject): boolean {
    return this.held.has(object.metadata.uid);
  }

  /** The object of a key `namespace/name`, or `name` for cluster scope. */
  find<T extends KubernetesObject>(
    resource: Resource,
    key: string,
  ): T | undefined {
    const kind = this.kind(resource);
    const [namespace, name] = kind.namespaced
      ? key.split('/')
      : [undefined, key];
    return this.registry.find(kind, namespace, name) as T | undefined;
  }

  list<T extends KubernetesObject>(
    resource: Resource,
    namespace?: string,
  ): T[] {
    return this.registry.list(this.kind(resource), namespace) as T[];
  }

  create<T extends KubernetesObject>(
    resource: Resource,
    namespace: string | undefined,
    content: Omit<ObjectInput, 'apiVersion' | 'kind'>,
  ): T {
    const kind = this.kind(resource);
    const input = {
      apiVersion: apiVersionOf(kind),
      kind: kind.kind,
      metadata: content.metadata as ObjectInput['metadata'],
      ...content,
    };
    return this.registry.create(kind, namespace, input, {
      manager: this.manager,
    }) as T;
  }

  update<T extends KubernetesObject>(
    resource: Resource,
    object: T,
    change: (current: T) => T,
    subresource?: 'status',
  ): T {
    const { namespace, name } = object.metadata;
    return this.registry.update(
      this.kind(resource),
      namespace,
      name,
      current => change(current as T),
      { manager: this.manager, subresource },
    ) as T;
  }

  /** Sets the status of an object; an unchanged one is not written. */
  setStatus<T extends KubernetesObject>(
    resource: Resource,
    object: T,
    status: unknown,
  ): T {
    return this.update(
      resource,
      object,
      current => ({ ...current, status }),
      'status',
    );
  }

  delete(
    resource: Resource,
    { metadata }: KubernetesObject,
    options: DeleteOptions = {},
  ): void {
    const kind = this.kind(resource);
    if (this.registry.find(kind, metadata.namespace, metadata.name)) {
      this.registry.delete(kind, metadata.namespace, metadata.name, options);
    }
  }

  /** Lets an emptied namespace go. */
  finishNamespace({ metadata, spec }: KubernetesObject): void {
    const kind = this.kind(['', 'namespaces']);
    const current = this.registry.find(kind, undefined, metadata.name);
    if (current && !metadata.finalizers?.length) {
      this.registry.restore(kind, {
        ...current,
        spec: { ...(isJsonObject(spec) ? spec : {}), finalizers: [] },
      });
      this.registry.delete(kind, undefined, metadata.name);
    }
  }

  /** Looks at a key again after some time. */
  again(key: string, milliseconds: number): void {
    this.requeue(key, milliseconds);
  }

  now(): string {
    return this.clock.timestamp();
  }

  /** The reference with which a controller marks what it creates. */
  ownerReference(
    resource: Resource,
    { metadata }: KubernetesObject,
  ): OwnerReference {
    const kind = this.kind(resource);
    return {
      apiVersion: apiVersionOf(kind),
      kind: kind.kind,
      name: metadata.name,
      uid: metadata.uid,
      controller: true,
      blockOwnerDeletion: true,
    };
  }

  get kinds() {
    return this.registry.kinds;
  }

  private kind([group, plural]: Resource) {
    return this.registry.kinds.mustGet(group, plural);
  }
}
