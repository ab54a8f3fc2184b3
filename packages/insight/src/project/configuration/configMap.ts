import { Projection } from '../../edge';
import { ConfigMapRecord } from '../../records/configuration';
import { Fields, fieldsAt } from '../fields';
import { metadataOf, ownerEdges } from '../metadata';

/** Names of keys and how much there is; no value is looked at otherwise. */
export function projectConfigMap(object: unknown): Projection | undefined {
  const metadata = metadataOf('ConfigMap', object);
  if (!metadata) {
    return undefined;
  }
  const texts = fieldsAt(object, 'data');
  const binaries = fieldsAt(object, 'binaryData');
  const record: ConfigMapRecord = {
    ...metadata,
    keys: [...keysOf(texts), ...keysOf(binaries)].sort(),
    // Binary data comes as base64, four characters for three bytes.
    bytes: bytesIn(texts) + Math.floor((bytesIn(binaries) * 3) / 4),
    immutable: fieldsAt(object).immutable === true,
  };
  return { record, edges: ownerEdges(record) };
}

// The API server takes no other keys.
function keysOf(data: Fields): string[] {
  return Object.keys(data).filter(key => /^[-._a-zA-Z0-9]{1,253}$/.test(key));
}

function bytesIn(data: Fields): number {
  return Object.entries(data).reduce(
    (sum, [key, value]) =>
      sum + key.length + (typeof value === 'string' ? utf8Length(value) : 0),
    0,
  );
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) length++;
    // A pair of surrogates is four bytes in all, two for each half.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) length++;
  }
  return length;
}
