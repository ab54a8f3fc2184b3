import { isJsonObject } from '../objects/json';
import { SchemaNode, UNTYPED } from './SchemaNode';

const WANTED: Record<string, string> = {
  string: 'string',
  int32: 'int32',
  int64: 'int64',
  number: 'float64',
  boolean: 'bool',
};

/**
 * The first value of a wrong type, in the words of the server's decoder, or
 * undefined where all fit.
 */
export function typeMismatch(
  node: SchemaNode,
  value: unknown,
  place: Place = { path: '', struct: '' },
): string | undefined {
  if (value === null || value === undefined || node.shape === 'any') {
    return undefined;
  }
  if (node.shape === 'scalar') {
    return scalarMismatch(node, value, place);
  }
  if (node.shape === 'list') {
    return Array.isArray(value)
      ? first(value, entry => typeMismatch(node.item ?? UNTYPED, entry, place))
      : wrongType(value, '[]', place);
  }
  if (!isJsonObject(value)) {
    return wrongType(value, goName(node.struct?.name ?? 'map'), place);
  }
  return first(Object.entries(value), ([field, part]) => {
    const below =
      node.shape === 'map' ? node.item : node.struct?.fields.get(field);
    return below
      ? typeMismatch(below, part, {
          // The decoder counts fields of structs only.
          path: node.struct ? dotted(place.path, field) : place.path,
          struct: node.struct ? goName(node.struct.name) : place.struct,
        })
      : undefined;
  });
}

interface Place {
  path: string;
  /** The Go type that has the field. */
  struct: string;
}

function scalarMismatch(
  { scalar = '' }: SchemaNode,
  value: unknown,
  place: Place,
): string | undefined {
  const fits =
    (scalar === 'string' && typeof value === 'string') ||
    (scalar === 'boolean' && typeof value === 'boolean') ||
    (scalar === 'number' && typeof value === 'number') ||
    (scalar.startsWith('int') && Number.isInteger(value)) ||
    ((scalar === 'quantity' || scalar === 'intOrString') &&
      (typeof value === 'string' || typeof value === 'number'));
  return fits ? undefined : wrongType(value, WANTED[scalar] ?? scalar, place);
}

function wrongType(value: unknown, wanted: string, place: Place): string {
  return `cannot unmarshal ${jsonType(value)} into Go struct field ${
    place.struct
  }.${place.path} of type ${wanted}`;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'number' : `number ${value}`;
    default:
      return typeof value;
  }
}

function dotted(path: string, field: string): string {
  return path ? `${path}.${field}` : field;
}

/** `apps.v1.DeploymentSpec` is `DeploymentSpec` to the decoder. */
function goName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function first<T>(
  values: T[],
  find: (value: T) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
