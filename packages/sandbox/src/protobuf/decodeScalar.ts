import { wireValues } from './wireFormat';

/**
 * A value of a simple type as JSON has it. Undefined for a time that is not
 * set.
 */
export function decodeScalar(type: string, value: bigint | Buffer): unknown {
  if (!Buffer.isBuffer(value)) {
    return type === 'bool' ? value !== 0n : Number(value);
  }
  switch (type) {
    case 'bytes':
      return value.toString('base64');
    case 'time':
      return timeOf(value, date => `${date.toISOString().slice(0, 19)}Z`);
    case 'microTime':
      return timeOf(value, date => date.toISOString().replace('Z', '000Z'));
    case 'quantity':
      return textAt(value, 1);
    case 'intOrString':
      return numberAt(value, 1) === 1 ? textAt(value, 3) : numberAt(value, 2);
    case 'json':
      return JSON.parse(textAt(value, 1) || 'null');
    default:
      return value.toString('utf8');
  }
}

function timeOf(bytes: Buffer, text: (date: Date) => string) {
  return bytes.length === 0
    ? undefined
    : text(new Date(numberAt(bytes, 1) * 1000 + numberAt(bytes, 2) / 1e6));
}

function valueAt(bytes: Buffer, wanted: number) {
  return wireValues(bytes).find(({ number }) => number === wanted)?.value;
}

function textAt(bytes: Buffer, wanted: number): string {
  const value = valueAt(bytes, wanted);
  return Buffer.isBuffer(value) ? value.toString('utf8') : '';
}

function numberAt(bytes: Buffer, wanted: number): number {
  const value = valueAt(bytes, wanted);
  return typeof value === 'bigint' ? Number(value) : 0;
}
