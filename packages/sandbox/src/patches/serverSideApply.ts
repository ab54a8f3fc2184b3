import { KindDefinition } from '../kinds/KindDefinition';
import { KubernetesObject } from '../objects/KubernetesObject';
import type { Registry } from '../registry/Registry';
import { WriteOptions } from '../registry/WriteOptions';
import { badRequest } from '../errors/refusals';

interface Apply {
  kind: KindDefinition;
  namespace: string | undefined;
  name: string;
  patch: unknown;
  force: boolean;
  options: WriteOptions;
}

export function applyServerSide(
  _registry: Registry,
  _apply: Apply,
): { object: KubernetesObject; created: boolean } {
  throw badRequest('not yet');
}
