import { KindDefinition } from '../kinds/KindDefinition';
import {
  KubernetesObject,
  ManagedFieldsEntry,
} from '../objects/KubernetesObject';
import { WriteOptions } from '../registry/WriteOptions';

interface Update {
  kind: KindDefinition;
  live: KubernetesObject | undefined;
  next: KubernetesObject;
  options: WriteOptions;
  time: string;
}

export function ownedFieldsAfterUpdate({
  live,
}: Update): ManagedFieldsEntry[] | undefined {
  return live?.metadata.managedFields;
}
