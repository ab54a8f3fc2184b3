import { FieldError } from '../errors/refusals';
import { JsonObject } from '../objects/json';
import { KubernetesObject } from '../objects/KubernetesObject';
import { ObjectStore } from '../store/ObjectStore';

/** What a kind may look at while one of its objects is written. */
export interface Surroundings {
  store: ObjectStore;
  /** RFC 3339, as objects carry times. */
  timestamp(): string;
}

/** An object on its way in; its fields are those of its kind. */
export type Draft = KubernetesObject & { spec?: unknown; status?: unknown };

/**
 * What is special about a kind when its objects are written. Each kind that
 * has something special is a file in `behaviours`.
 */
export interface KindBehaviour {
  /** Fills in what the version's defaults say; runs on every write. */
  applyDefaults?(object: Draft): void;
  /** What admission and the kind's storage add to a new object. */
  prepareCreate?(object: Draft, surroundings: Surroundings): void;
  /** What storage keeps or allocates when the object changes. */
  prepareUpdate?(
    next: Draft,
    previous: KubernetesObject,
    surroundings: Surroundings,
  ): void;
  /** Whether a change of annotations counts as one of the wanted state. */
  annotationsAreWanted?: boolean;
  validate?(object: KubernetesObject): FieldError[];
  validateUpdate?(
    next: KubernetesObject,
    previous: KubernetesObject,
  ): FieldError[];
  /** The rule for names; most kinds take a DNS subdomain. */
  nameRule?: 'subdomain' | 'label' | 'serviceName' | 'path';
  /** What the server's empty object of this kind contains. */
  zero?: JsonObject;
  /** Whether a delete answers with the object instead of a Status. */
  answersWithDeleted?: boolean;
  /** Seconds between the wish to delete and the deletion; 0 for at once. */
  gracePeriod?(object: KubernetesObject, requested?: number): number;
  /** The object as it stays until its own controller has emptied it. */
  whileTerminating?(object: KubernetesObject): KubernetesObject | undefined;
  /** Whether dependents survive where a deletion does not say. */
  orphansByDefault?: boolean;
}
