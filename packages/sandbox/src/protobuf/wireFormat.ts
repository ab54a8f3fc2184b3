/** A value as it lies in a message: a number, or the bytes of something. */
export interface WireValue {
  number: number;
  value: bigint | Buffer;
}

/**
 * Splits a message into its fields, in their order.
 *
 * @throws RangeError where the bytes are no message
 */
export function wireValues(bytes: Buffer): WireValue[] {
  const values: WireValue[] = [];
  let at = 0;
  const varint = () => {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) {
        return BigInt.asIntN(64, result);
      }
    }
    throw new RangeError('a number is too long');
  };
  const take = (length: number) => {
    if (length < 0 || at + length > bytes.length) {
      throw new RangeError('unexpected EOF');
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const number = key >> 3;
    switch (key & 7) {
      case 0:
        values.push({ number, value: varint() });
        break;
      case 1:
        values.push({ number, value: take(8) });
        break;
      case 2:
        values.push({ number, value: take(Number(varint())) });
        break;
      case 5:
        values.push({ number, value: take(4) });
        break;
      default:
        throw new RangeError(`illegal wireType ${key & 7}`);
    }
  }
  return values;
}
