import { forbiddenField, invalidValue, required } from '../errors/fieldErrors';
import { FieldError } from '../errors/refusals';
import { ObjectMeta, OwnerReference } from '../objects/KubernetesObject';

const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const PREFIX =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const NAME_PART =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

/** What is wrong with a qualified name such as a label key. */
export function qualifiedNameErrors(key: string): string[] {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  const errors: string[] = [];
  if (parts.length > 2) {
    return [
      "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
    ];
  }
  if (parts.length === 2 && !PREFIX.test(parts[0])) {
    errors.push(
      parts[0] === ''
        ? 'prefix part must be non-empty'
        : "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    );
  }
  if (name === '') {
    errors.push('name part must be non-empty');
  } else if (name.length > 63) {
    errors.push('name part must be no more than 63 bytes');
  }
  if (!NAME.test(name)) {
    errors.push(NAME_PART);
  }
  return errors;
}

/** What is wrong with the value of a label. */
export function labelValueErrors(value: string): string[] {
  const errors: string[] = [];
  if (value.length > 63) {
    errors.push('must be no more than 63 bytes');
  }
  if (value !== '' && !NAME.test(value)) {
    errors.push(VALUE);
  }
  return errors;
}

/** What is wrong with labels, wherever they stand. */
export function labelErrors(labels: unknown, field: string): FieldError[] {
  return Object.entries(Object(labels)).flatMap(([key, value]) => [
    ...qualifiedNameErrors(key).map(detail => invalidValue(field, key, detail)),
    ...labelValueErrors(String(value)).map(detail =>
      invalidValue(field, value, detail),
    ),
  ]);
}

// What all annotations of an object may take together, keys included.
const ANNOTATIONS_LIMIT = 256 * 1024;

/** What is wrong with the metadata that a client may set. */
export function metadataErrors(metadata: ObjectMeta): FieldError[] {
  const labels = labelErrors(metadata.labels, 'metadata.labels');
  const annotations = Object.keys(metadata.annotations ?? {}).flatMap(key =>
    qualifiedNameErrors(key.toLowerCase()).map(detail =>
      invalidValue('metadata.annotations', key, detail),
    ),
  );
  return [
    ...labels,
    ...annotations,
    ...sizeErrors(metadata.annotations),
    ...(metadata.ownerReferences ?? []).flatMap(ownerErrors),
    ...(metadata.finalizers ?? []).flatMap(finalizer =>
      qualifiedNameErrors(finalizer).map(detail =>
        invalidValue('metadata.finalizers', finalizer, detail),
      ),
    ),
  ];
}

/** What is wrong with a change of metadata. */
export function metadataUpdateErrors(
  next: ObjectMeta,
  previous: ObjectMeta,
): FieldError[] {
  const added = (next.finalizers ?? []).filter(
    finalizer => !previous.finalizers?.includes(finalizer),
  );
  return previous.deletionTimestamp && added.length > 0
    ? [
        forbiddenField(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
            .sort()
            .map(text => JSON.stringify(text))
            .join(', ')}}`,
        ),
      ]
    : [];
}

function sizeErrors(annotations: ObjectMeta['annotations']): FieldError[] {
  const size = Object.entries(annotations ?? {})
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return size > ANNOTATIONS_LIMIT
    ? [
        {
          field: 'metadata.annotations',
          reason: 'FieldValueTooLong',
          message: `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`,
        },
      ]
    : [];
}

function ownerErrors(owner: OwnerReference, index: number): FieldError[] {
  return (['apiVersion', 'kind', 'name', 'uid'] as const)
    .filter(field => !owner[field])
    .map(field =>
      required(
        `metadata.ownerReferences[${index}].${field}`,
        'must not be empty',
      ),
    );
}
