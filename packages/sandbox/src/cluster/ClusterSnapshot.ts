import { KindDefinition } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';

/**
 * The whole state of a cluster at one moment.
 *
 * @public
 */
export interface ClusterSnapshot {
  /** All objects, kind by kind, with uid and resourceVersion. */
  lists: readonly {
    kind: KindDefinition;
    objects: readonly KubernetesObject[];
  }[];
  /** Kinds whose objects are not known; they are answered with this status. */
  missing?: readonly {
    group: string;
    plural: string;
    code: 403 | 404 | 503;
  }[];
}
