import { isJsonObject } from '../objects/json';

// What differs between any two clusters, by the name of the field.
const VARYING = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
  'lastTransitionTime',
  'lastUpdateTime',
  'time',
  'generation',
  'observedGeneration',
  'serverAddress',
  'description',
  'pod-template-hash',
];

/** A recorded or answered value without what differs between clusters. */
export function normalised(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(normalised);
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([field, part]) => [
        normalisedText(field),
        VARYING.includes(field) && !isJsonObject(part)
          ? '…'
          : normalisedField(field, part),
      ]),
    );
  }
  return typeof value === 'string' ? normalisedText(value) : value;
}

function normalisedField(field: string, value: unknown): unknown {
  // A server orders the owners of fields by time, to the second: which of two
  // comes first hangs on whether one began between their writes.
  if (field === 'managedFields' && Array.isArray(value)) {
    return value
      .map(normalised)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  // Continue tokens hold the revision; what they say else is compared.
  return field === 'continue' && typeof value === 'string'
    ? Buffer.from(value, 'base64url')
        .toString()
        .replace(/"rv":\d+/, '"rv":"…"')
    : normalised(value);
}

function normalisedText(text: string): string {
  return (
    text
      // The recorded controllers ran under another name.
      .replace(/^kcm$/, 'kube-controller-manager')
      .replace(/tmp-[a-z0-9]{8,10}(-[a-z0-9]{5})?/, 'tmp-…')
      .replace(/resource version: (\d+) \(\d+\)/, 'resource version: $1 (…)')
      .replace(/"uid":"[-0-9a-f]+"/, '"uid":"…"')
  );
}
