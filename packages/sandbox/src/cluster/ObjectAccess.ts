import {
  KindDefinition,
  splitApiVersion,
  apiVersionOf,
} from '../kinds/KindDefinition';
import { cloneJson } from '../objects/json';
import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import { applyStrategicMergePatch } from '../patches/strategicMergePatch';
import { Registry } from '../registry/Registry';
import { DeleteOptions } from '../registry/WriteOptions';

const MANAGER = { manager: 'sandbox' };

/**
 * Direct access to the objects of a cluster, for tests and tools in the same
 * process. A kind is named `Pod`, or `apps/v1/Deployment` where the name alone
 * is not enough.
 *
 * @public
 */
export class ObjectAccess {
  private readonly registry: Registry;

  /** @internal */
  constructor(registry: Registry) {
    this.registry = registry;
  }

  /** The object, or undefined. */
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.registry.find(this.kind(kind), namespace, name);
  }

  /** The objects of a namespace, or of all. */
  list(kind: string, namespace?: string): KubernetesObject[] {
    return this.registry.list(this.kind(kind), namespace);
  }

  /** Creates an object. @throws StatusError as the API server refuses */
  create(object: ObjectInput): KubernetesObject {
    const { group, version } = splitApiVersion(object.apiVersion);
    return this.registry.create(
      this.kind(`${group ? `${group}/` : ''}${version}/${object.kind}`),
      object.metadata.namespace,
      object,
      MANAGER,
    );
  }

  /** Changes an object. @throws StatusError as the API server refuses */
  update(
    kind: string,
    namespace: string | undefined,
    name: string,
    change: (current: KubernetesObject) => ObjectInput,
    subresource?: 'status',
  ): KubernetesObject {
    return this.registry.update(
      this.kind(kind),
      namespace,
      name,
      current => change(cloneJson(current)),
      { ...MANAGER, subresource },
    );
  }

  /**
   * Sends an object the strategic merge patch that `kubectl patch` would.
   *
   * @throws StatusError as the API server refuses
   */
  patch(
    kind: string,
    namespace: string | undefined,
    name: string,
    body: Record<string, unknown>,
  ): KubernetesObject {
    const definition = this.kind(kind);
    return this.update(kind, namespace, name, current => ({
      ...current,
      ...applyStrategicMergePatch(definition, current, body),
    }));
  }

  /** Deletes an object. @throws StatusError 404 */
  delete(
    kind: string,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): void {
    this.registry.delete(this.kind(kind), namespace, name, options);
  }

  private kind(name: string): KindDefinition {
    const found = this.registry.kinds
      .all()
      .find(
        definition =>
          definition.kind === name ||
          `${apiVersionOf(definition)}/${definition.kind}` === name,
      );
    if (!found) {
      throw new Error(`the cluster serves no kind ${name}`);
    }
    return found;
  }
}
