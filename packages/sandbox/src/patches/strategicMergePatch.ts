import { KindDefinition } from '../kinds/KindDefinition';
import { JsonObject } from '../objects/json';
import { applyMergePatch } from './mergePatch';

export function applyStrategicMergePatch(
  _kind: KindDefinition,
  target: JsonObject,
  patch: unknown,
): unknown {
  return applyMergePatch(target, patch);
}
