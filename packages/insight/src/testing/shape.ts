/** Types by path, such as `rules.*.host` → `string`. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** Maps whose keys are data, not facts. */
const MAPS = [
  'labels',
  'templateLabels',
  'nodeSelector',
  'annotations',
  'infrastructureAnnotations',
  'loadBalancerAnnotations',
  'options',
  'requests',
  'limits',
  'capacity',
  'allocatable',
  'hard',
  'used',
  'min',
  'max',
  'minAllowed',
  'maxAllowed',
  'lowerBound',
  'upperBound',
  'uncapped',
  'recommendations.*.target',
  'resources',
];

/** The types that stand at the paths of some values. */
export function shapeOf(values: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  for (const value of values) {
    for (const [path, type] of typesIn(value)) {
      shape.set(path, (shape.get(path) ?? new Set()).add(type));
    }
  }
  return shape;
}

/** Where a value has a path or a type that its shape does not know. */
export function deviations(shape: Shape, value: unknown): string[] {
  return [...typesIn(value)]
    .filter(([path, type]) => !shape.get(path)?.has(type))
    .map(([path, type]) => `${path}: ${type}`);
}

function* typesIn(value: unknown, path = ''): Generator<[string, string]> {
  yield [path, typeOf(value)];
  if (typeof value === 'object' && value !== null) {
    const isMap =
      Array.isArray(value) || MAPS.some(map => path.endsWith(`.${map}`));
    for (const [key, item] of Object.entries(value)) {
      yield* typesIn(item, `${path}.${isMap ? '*' : key}`);
    }
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isNaN(value) ? 'NaN' : typeof value;
}
