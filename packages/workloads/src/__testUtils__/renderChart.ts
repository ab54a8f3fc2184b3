import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { GeneratedFile } from '../output/GeneratedFile';

/** What stands between the braces of a template here. */
type Values = Record<string, unknown>;

/**
 * Renders a chart as Helm would. It knows only the functions that the charts of
 * this package use, and fails on any other, so that it cannot pass by what Helm
 * would do otherwise. `renderWithHelm` asks Helm itself, where there is one.
 */
export function renderChart(
  files: readonly GeneratedFile[],
  namespace: string,
  environment?: string,
): string[] {
  const read = (path: string): Values => {
    const file = files.find(candidate => candidate.path === path);
    return file ? parse(file.content, { version: '1.1' }) ?? {} : {};
  };
  const values = {
    ...read('chart/values.yaml'),
    ...(environment ? read(`chart/values-${environment}.yaml`) : {}),
  };
  return files
    .filter(({ path }) => path.startsWith('chart/templates/'))
    .map(({ content }) =>
      content.replace(/\{\{ (.*?) \}\}/g, (_, expression: string) =>
        evaluate(expression, values, namespace),
      ),
    );
}

function evaluate(
  expression: string,
  values: Values,
  namespace: string,
): string {
  if (expression === '"{{"') {
    return '{{';
  }
  const [source, ...filters] = expression.split(' | ');
  const job =
    /^printf "%s-%s" "(.*?)" \(printf "%s %s" "(.*?)" \(toJson \(list (.*?)\)\)$/.exec(
      source,
    );
  if (job) {
    const [, name, fixed, used] = job;
    const list = used.split(' ').map(path => valueOf(path, values, namespace));
    const digest = createHash('sha256')
      .update(`${fixed} ${toJson(list)}`)
      .digest('hex');
    return toJson(`${name}-${digest.slice(0, 10)}`);
  }
  return filters.reduce(filtered, valueOf(source, values, namespace)) as string;
}

function valueOf(source: string, values: Values, namespace: string): unknown {
  if (source === '.Release.Namespace') {
    return namespace;
  }
  const [, list, index] = /^index \.Values\.(\w+) (\d+)$/.exec(source) ?? [];
  if (list) {
    const found = values[list];
    return Array.isArray(found) ? found[Number(index)] : undefined;
  }
  const [, path] = /^\.Values\.([\w.]+)$/.exec(source) ?? [];
  if (!path) {
    throw new Error(`no such source: ${source}`);
  }
  return path
    .split('.')
    .reduce<unknown>((value, step) => Object(value)[step], values);
}

function filtered(value: unknown, filter: string): unknown {
  switch (filter) {
    case 'toJson':
      return toJson(value);
    case 'toString':
      return String(value);
    case 'replace "$" "$$"':
      return String(value).split('$').join('$$');
    default:
      throw new Error(`no such filter: ${filter}`);
  }
}

// As Go's encoding/json writes it: keys in order, and what HTML knows escaped.
function toJson(value: unknown): string {
  const text = JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
  return text.replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
