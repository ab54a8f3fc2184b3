import { behaviourOf } from '../behaviours/behaviourOf';
import { SandboxClock } from '../clock/SandboxClock';
import { notFound } from '../errors/refusals';
import { KindDefinition, resourceKey } from '../kinds/KindDefinition';
import { KindRegistry } from '../kinds/KindRegistry';
import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { ObjectStore } from '../store/ObjectStore';
import { createObject } from './createObject';
import { deleteObject, Deletion } from './deleteObject';
import { objectKey } from './objectKey';
import { updateObject } from './updateObject';
import { DeleteOptions, WriteOptions } from './WriteOptions';

/**
 * Reads and writes objects with everything the API server does on the way:
 * defaults, validation, allocation, field ownership. HTTP requests and
 * controllers both write through it.
 */
export class Registry {
  constructor(
    readonly store: ObjectStore,
    readonly kinds: KindRegistry,
    readonly clock: SandboxClock,
  ) {}

  find(
    kind: KindDefinition,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.store.get(resourceKey(kind), objectKey(kind, namespace, name));
  }

  /** @throws StatusError 404 */
  get(
    kind: KindDefinition,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject {
    const object = this.find(kind, namespace, name);
    if (!object) {
      throw notFound(kind, name);
    }
    return object;
  }

  list(kind: KindDefinition, namespace?: string): KubernetesObject[] {
    return this.store.list(
      resourceKey(kind),
      namespace && kind.namespaced ? `${namespace}/` : '',
    );
  }

  create(
    kind: KindDefinition,
    namespace: string | undefined,
    input: ObjectInput,
    options: WriteOptions,
  ): KubernetesObject {
    return createObject(this, kind, namespace, input, options);
  }

  /**
   * Changes an object. The change gets the current object, which it must leave
   * as it is, and returns the wanted one.
   */
  update(
    kind: KindDefinition,
    namespace: string | undefined,
    name: string,
    change: (current: KubernetesObject) => ObjectInput,
    options: WriteOptions,
  ): KubernetesObject {
    return updateObject(this, kind, namespace, name, change, options);
  }

  delete(
    kind: KindDefinition,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): Deletion {
    return deleteObject(this, kind, namespace, name, options);
  }

  /** Writes without admission or validation, as a restore from a backup. */
  restore(kind: KindDefinition, object: KubernetesObject): KubernetesObject {
    const { namespace, name } = object.metadata;
    return this.store.put(
      resourceKey(kind),
      objectKey(kind, namespace, name),
      object,
    );
  }

  behaviour(kind: KindDefinition) {
    return behaviourOf(kind);
  }

  timestamp(): string {
    return this.clock.timestamp();
  }
}
