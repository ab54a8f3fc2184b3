import { FieldSet } from './FieldSet';

/** Fields that the server keeps itself and that nobody owns. */
export const unownedFields = FieldSet.fromTree({
  'f:apiVersion': {},
  'f:kind': {},
  'f:metadata': Object.fromEntries(
    [
      'name',
      'namespace',
      'creationTimestamp',
      'deletionTimestamp',
      'deletionGracePeriodSeconds',
      'selfLink',
      'uid',
      'generation',
      'managedFields',
      'resourceVersion',
    ].map(field => [`f:${field}`, {}]),
  ),
});

/** A set without what nobody owns; `metadata` as such is never owned. */
export function ownable(set: FieldSet): FieldSet {
  const result = set.without(unownedFields);
  const metadata = result.children.get('f:metadata');
  if (metadata?.member) {
    const fields = new FieldSet();
    metadata.children.forEach((child, segment) =>
      fields.children.set(segment, child),
    );
    result.children.set('f:metadata', fields);
  }
  result.member = false;
  return result;
}
