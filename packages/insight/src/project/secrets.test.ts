import { RecordKind } from '../record';
import { everySpecimen } from '../testing/specimens';
import { SECRET } from '../testing/specimens/common';
import { projectGeneric } from './observations/generic';
import { project } from './project';

const OPTIONS = { namespaceAnnotations: ['owner'] };

/** A sentence, as people and programs write it where a field takes any text. */
const SENTENCE = 'the password is "swordfish", see {notes}';

describe('what could be secret', () => {
  it.each(everySpecimen)('is in no projection of a %s', (kind, object) => {
    const projection = project(kind, object, OPTIONS);
    expect(projection?.record.name).toBe('shop');
    expect(JSON.stringify(object)).toContain(
      kind === 'LimitRange' ? 'argocd' : SECRET,
    );
    expect(JSON.stringify(projection)).not.toContain(SECRET);
  });

  it.each(everySpecimen)(
    'is in no projection of a %s whatever field it stands in',
    (kind, object) => {
      const leaks = [...placesIn(object)].filter(path => {
        const projection = project(kind, withText(object, path, SENTENCE));
        return JSON.stringify(projection)?.includes('swordfish');
      });
      expect(
        leaks.map(pattern).filter(path => !isIdentity(kind, path)),
      ).toEqual([]);
    },
  );

  it('is in no generic projection', () => {
    const kind = { group: 'contoso.example', kind: 'Shop', namespaced: true };
    for (const [, object] of everySpecimen) {
      const projection = projectGeneric(kind, object);
      expect(projection?.record.kind).toBe('Shop');
      expect(JSON.stringify(projection)).not.toContain(SECRET);
    }
  });
});

/**
 * Fields that the API server itself holds to the form of a name, a label, a
 * host or a path, and that are kept as they come.
 */
const IDENTITY = [
  /^metadata\.(?:name|namespace|uid|labels\..*)$/,
  /[sS]elector\..*$/,
  /template\.metadata\.labels\..*$/,
  /(?:containers|initContainers)\.\*\.(?:name|ports\.\*\.(?:name|protocol))$/,
  /containerStatuses\.\*\.name$/,
];

const IDENTITY_OF: Partial<Record<RecordKind, RegExp>> = {
  EndpointSlice: /^(?:addressType|ports|endpoints)/,
  Ingress:
    /^(?:spec|status\.loadBalancer|metadata\.annotations\.kubernetes\.io\/ingress\.class)/,
  IngressClass: /^spec\.controller$/,
  Namespace: /^status\.phase$/,
  Pod: /^spec\.nodeName$/,
  Service: /^(?:spec\.(?:type|ports)|status\.loadBalancer)/,
  HTTPRoute: /^spec\.rules\.\*\.matches\.\*\.path\.value$/,
};

function isIdentity(kind: RecordKind, path: string): boolean {
  return (
    IDENTITY.some(known => known.test(path)) ||
    (IDENTITY_OF[kind]?.test(path) ?? false)
  );
}

type Path = readonly string[];

function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* placesIn(item, [...path, key]);
    }
  } else {
    yield path;
  }
}

function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) {
    return text;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === key ? withText(item, rest, text) : item,
    );
  }
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, item]) => [
      name,
      name === key ? withText(item, rest, text) : item,
    ]),
  );
}

function pattern(path: Path): string {
  return path.map(key => (/^\d+$/.test(key) ? '*' : key)).join('.');
}
