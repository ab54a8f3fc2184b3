import { RecordKind } from './record';

/**
 * Where a kind is served and which shape its records have.
 *
 * @public
 */
export interface KindDescriptor {
  kind: RecordKind;
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  namespaced: boolean;
  /**
   * Grows whenever the projection of this kind changes what it keeps; a store
   * that holds another version lists the kind again.
   */
  projectionVersion: number;
}

/**
 * Every kind that is projected, in the order in which a first sync lists them:
 * what other records hang on comes first.
 *
 * @public
 */
export const kinds: readonly KindDescriptor[] = [
  core('Namespace', 'namespaces', false),
  grouped('networking.k8s.io', 'IngressClass', 'ingressclasses', false),
  grouped('networking.k8s.io', 'Ingress', 'ingresses', true),
  core('Service', 'services', true),
  grouped('apps', 'Deployment', 'deployments', true),
  grouped('apps', 'ReplicaSet', 'replicasets', true),
  grouped('discovery.k8s.io', 'EndpointSlice', 'endpointslices', true),
  core('Pod', 'pods', true),
];

/**
 * The path under which a kind's collection is served.
 *
 * @public
 */
export function collectionPath(
  descriptor: Pick<KindDescriptor, 'group' | 'version' | 'plural'>,
): string {
  const { group, version, plural } = descriptor;
  return group === ''
    ? `/api/${version}/${plural}`
    : `/apis/${group}/${version}/${plural}`;
}

function core(kind: RecordKind, plural: string, namespaced: boolean) {
  return grouped('', kind, plural, namespaced);
}

function grouped(
  group: string,
  kind: RecordKind,
  plural: string,
  namespaced: boolean,
): KindDescriptor {
  return {
    kind,
    group,
    version: 'v1',
    plural,
    namespaced,
    projectionVersion: 1,
  };
}
