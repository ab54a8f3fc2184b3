import { ConfigProblem } from './contradictions';

// Keys whose values must not appear in a log.
const SECRET_KEYS: readonly PropertyKey[] = ['token', 'caData'];

const LONGEST_VALUE = 80;

/** The `aks` section of the configuration is wrong; the backend must not start. */
export class AksConfigError extends Error {
  readonly name = 'AksConfigError';

  constructor(section: unknown, problems: readonly ConfigProblem[]) {
    const lines = problems.map(
      ({ path, expected }) =>
        `  ${keyPath(path)}: ${valueAt(section, path)}; ${expected}`,
    );
    super(`The configuration of the AKS portal is wrong:\n${lines.join('\n')}`);
  }
}

function keyPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    'aks',
  );
}

function valueAt(section: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? Object.entries(node).find(([own]) => own === String(key))?.[1]
        : undefined,
    section,
  );
  if (value === undefined) {
    return 'is missing';
  }
  if (path.some(key => SECRET_KEYS.includes(key))) {
    return `is a ${typeof value} that is not shown`;
  }
  if (Array.isArray(value)) {
    return 'is a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'is an object';
  }
  // A URL may hold a password.
  const text = JSON.stringify(value).replace(/\/\/[^/]*@/, '//…@');
  return `is ${
    text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text
  }`;
}
