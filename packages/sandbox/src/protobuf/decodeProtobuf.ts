import { isJsonObject, JsonObject } from '../objects/json';
import { splitApiVersion } from '../kinds/KindDefinition';
import { decodeScalar } from './decodeScalar';
import { protobufMessage } from './protobufTypes';
import { WireValue, wireValues } from './wireFormat';

/** The media type of objects in their binary form. */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

// What an object in binary form begins with.
const MAGIC = Buffer.from('k8s\0');

/**
 * Reads an object in its binary form, as kubectl sends what it makes itself.
 * Undefined where the kind is none that has such a form.
 *
 * @throws RangeError where the bytes are no object
 */
export function decodeProtobuf(bytes: Buffer): JsonObject | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new RangeError('expected prefix not found');
  }
  const envelope = wireValues(bytes.subarray(MAGIC.length));
  const [apiVersion, kind] = typeOf(bytesAt(envelope, 1));
  const type = messageName(apiVersion, kind);
  return protobufMessage(type)
    ? { kind, apiVersion, ...decodeMessage(type, bytesAt(envelope, 2)) }
    : undefined;
}

function typeOf(bytes: Buffer): string[] {
  const values = wireValues(bytes);
  return [1, 2].map(number => bytesAt(values, number).toString('utf8'));
}

function bytesAt(values: WireValue[], wanted: number): Buffer {
  const found = values.find(({ number }) => number === wanted)?.value;
  return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
}

// `rbac.authorization.k8s.io/v1 Role` is `rbac.v1.Role`; the options of a
// deletion come under any group.
function messageName(apiVersion: string, kind: string): string {
  if (kind === 'DeleteOptions') {
    return 'meta.v1.DeleteOptions';
  }
  const { group, version } = splitApiVersion(apiVersion);
  return [group.split('.')[0] || 'core', version, kind].join('.');
}

function decodeMessage(type: string, bytes: Buffer): JsonObject {
  const fields = protobufMessage(type);
  const object: JsonObject = {};
  for (const { number, value } of wireValues(bytes)) {
    const field = fields?.get(number);
    if (field && field.name === '' && Buffer.isBuffer(value)) {
      Object.assign(object, decodeMessage(field.type.replace('*', ''), value));
    } else if (field) {
      put(object, field.name, field.type, value);
    }
  }
  return object;
}

function put(
  object: JsonObject,
  name: string,
  type: string,
  value: bigint | Buffer,
): void {
  if (type.startsWith('[')) {
    const present = object[name];
    const list = Array.isArray(present) ? present : [];
    object[name] = [...list, decodeValue(type.slice(1, -1), value)];
  } else if (type.startsWith('{')) {
    const present = object[name];
    object[name] = {
      ...(isJsonObject(present) && present),
      ...entryOf(type.slice(1, -1), value),
    };
  } else {
    const isPointer = type.startsWith('*');
    const decoded = decodeValue(type.replace('*', ''), value);
    // What is no pointer is always sent; its zero means that it is not set.
    if (decoded !== undefined && (isPointer || !isZero(decoded))) {
      object[name] = decoded;
    }
  }
}

function entryOf(type: string, value: bigint | Buffer): JsonObject {
  const parts = wireValues(Buffer.isBuffer(value) ? value : Buffer.alloc(0));
  const key = bytesAt(parts, 1).toString('utf8');
  return { [key]: decodeValue(type, bytesAt(parts, 2)) };
}

function decodeValue(type: string, value: bigint | Buffer): unknown {
  return protobufMessage(type)
    ? decodeMessage(type, Buffer.isBuffer(value) ? value : Buffer.alloc(0))
    : decodeScalar(type, value);
}

function isZero(value: unknown): boolean {
  return (
    value === '' ||
    value === 0 ||
    value === false ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}
