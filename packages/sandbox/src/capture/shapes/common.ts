import { fields, list, map, named, plain, Shape } from '../Shape';

/** The metadata of every object. */
export const metadata = fields({
  ...named('name', 'generateName', 'namespace'),
  ...plain(
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ),
  finalizers: list('plain'),
  labels: 'labels',
  annotations: 'annotations',
  ownerReferences: list(
    fields({
      ...plain('apiVersion', 'kind', 'uid', 'controller', 'blockOwnerDeletion'),
      name: 'name',
    }),
  ),
  managedFields: 'managers',
});

/** Conditions without their messages, which quote anything. */
export const conditions = list(
  fields({
    ...plain(
      'type',
      'status',
      'observedGeneration',
      'lastTransitionTime',
      'lastUpdateTime',
      'lastProbeTime',
      'lastHeartbeatTime',
    ),
    reason: 'word',
  }),
);

/** A selector of labels. */
export const selector = fields({
  matchLabels: 'labels',
  matchExpressions: list('requirement'),
});

/** Amounts by resource. */
export const amounts = map('plain');

/** A reference to another object, in any of the forms there are. */
export const reference = fields({
  ...plain(
    'apiVersion',
    'apiGroup',
    'group',
    'kind',
    'uid',
    'resourceVersion',
    'fieldPath',
    'sectionName',
    'port',
    'weight',
    'optional',
    'key',
  ),
  ...named('name', 'namespace'),
});

/** The name of an object in the same namespace. */
export const localName = fields({ name: 'name' });

/** An object with metadata and these parts. */
export function object(parts: { [field: string]: Shape }): Shape {
  return fields({ ...plain('apiVersion', 'kind'), metadata, ...parts });
}
