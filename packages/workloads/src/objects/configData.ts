import { ConfigMapIntent } from '../intent/configuration';

/** What a ConfigMap holds. */
export interface ConfigData {
  data: Record<string, string>;
  /** As base64. */
  binaryData: Record<string, string>;
}

/** One line of an env file. */
export interface EnvLine {
  /** Counted from 1. */
  line: number;
  key: string;
  value: string;
}

/**
 * The lines of an env file as `kubectl create configmap --from-env-file` reads
 * them: comments and empty lines are skipped, quotes belong to the value. A line
 * without `=` takes its value from the environment there; here it has none.
 */
export function envLines(content: string): {
  entries: EnvLine[];
  /** Numbers of lines that are no entry. */
  wrong: number[];
} {
  const entries: EnvLine[] = [];
  const wrong: number[] = [];
  content.split(/\r?\n/).forEach((text, index) => {
    const line = text.trimStart();
    if (line === '' || line.startsWith('#')) {
      return;
    }
    const at = line.indexOf('=');
    if (at < 1) {
      wrong.push(index + 1);
    } else {
      entries.push({
        line: index + 1,
        key: line.slice(0, at),
        value: line.slice(at + 1),
      });
    }
  });
  return { entries, wrong };
}

/** What a ConfigMap of an intent holds, in the order of its keys. */
export function configData(map: ConfigMapIntent): ConfigData {
  const texts: [string, string][] = [
    ...Object.entries(map.literals),
    ...envLines(map.envFile ?? '').entries.map(
      ({ key, value }): [string, string] => [key, value],
    ),
  ];
  const bytes: [string, string][] = [];
  for (const [key, file] of Object.entries(map.files)) {
    if ('text' in file) {
      texts.push([key, file.text]);
    } else {
      bytes.push([key, file.base64]);
    }
  }
  return { data: inOrder(texts), binaryData: inOrder(bytes) };
}

/** Entries as an object in the order of their keys, whatever they are called. */
export function inOrder<Value>(
  entries: readonly (readonly [string, Value])[],
): Record<string, Value> {
  return Object.fromEntries(
    [...entries].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
}
