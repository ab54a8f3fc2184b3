import { KindDefinition } from '../kinds/KindDefinition';

/** The key of an object within its resource, as etcd orders them. */
export function objectKey(
  kind: Pick<KindDefinition, 'namespaced'>,
  namespace: string | undefined,
  name: string,
): string {
  return kind.namespaced ? `${namespace}/${name}` : name;
}
