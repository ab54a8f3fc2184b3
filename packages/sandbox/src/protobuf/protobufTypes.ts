import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A field in the binary form of an object. */
export interface ProtobufField {
  /** Its name in JSON; empty where its own fields take its place. */
  name: string;
  /**
   * A scalar or the name of a message; `*` before it means that zero counts as
   * set, `[…]` a list, `{…}` a map from texts.
   */
  type: string;
}

/** The fields of a message, by their numbers. */
export type ProtobufMessage = ReadonlyMap<number, ProtobufField>;

const FILE = join(
  dirname(require.resolve('@backstage-aks/sandbox/package.json')),
  'schemas',
  'kubernetes.protobuf',
);

let messages: Map<string, ProtobufMessage> | undefined;

/** A message such as `apps.v1.Deployment`, or undefined. */
export function protobufMessage(name: string): ProtobufMessage | undefined {
  messages ??= new Map(
    readFileSync(FILE, 'utf8').trim().split('\n').map(parseLine),
  );
  return messages.get(name);
}

// `core.v1.Volume name=1:string =2:core.v1.VolumeSource`
function parseLine(line: string): [string, ProtobufMessage] {
  const [name, ...fields] = line.split(' ');
  return [
    name,
    new Map(
      fields.map(text => {
        const [, field, number, type] = /^(.*?)=(\d+):(.+)$/.exec(text) ?? [];
        return [Number(number), { name: field, type }];
      }),
    ),
  ];
}
