import { KubernetesObject, ObjectInput } from '../objects/KubernetesObject';
import type { Conversion } from './conversions';

// Core's name of a field, and that of events.k8s.io.
const RENAMED: [core: string, renamed: string][] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['reportingComponent', 'reportingController'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
];

/** Events of the group events.k8s.io are the core ones under other names. */
export const newEvents: Conversion = {
  fromStored: object => renamed<KubernetesObject>(object, new Map(RENAMED)),
  toStored: object =>
    renamed<ObjectInput>(
      object,
      new Map(RENAMED.map(([core, other]) => [other, core])),
    ),
};

function renamed<T extends object>(object: T, names: Map<string, string>): T {
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      names.get(field) ?? field,
      value,
    ]),
  ) as T;
}
