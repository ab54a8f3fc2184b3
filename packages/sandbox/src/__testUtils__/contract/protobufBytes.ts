/** A field of a message: a number, a text, or the fields of a message. */
export type ProtobufValue = number | string | ProtobufPart[];

export type ProtobufPart = [number: number, value: ProtobufValue];

/** An object in the binary form that kubectl sends. */
export function protobufObject(
  apiVersion: string,
  kind: string,
  content: ProtobufPart[],
): Buffer {
  return Buffer.concat([
    Buffer.from('k8s\0'),
    message([
      [
        1,
        [
          [1, apiVersion],
          [2, kind],
        ],
      ],
      [2, content],
    ]),
  ]);
}

function message(parts: ProtobufPart[]): Buffer {
  return Buffer.concat(parts.map(([number, value]) => part(number, value)));
}

function part(number: number, value: ProtobufValue): Buffer {
  if (typeof value === 'number') {
    return Buffer.concat([varint(number * 8), varint(value)]);
  }
  const bytes = typeof value === 'string' ? Buffer.from(value) : message(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  return value < 0x80
    ? Buffer.from([value])
    : Buffer.concat([
        Buffer.from([(value & 0x7f) | 0x80]),
        varint(Math.floor(value / 0x80)),
      ]);
}
