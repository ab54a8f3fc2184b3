import { kinds } from '../kinds';
import { KubernetesRecord, RecordKind } from '../record';
import { mutate } from '../testing/mutate';
import { randomNumbers } from '../testing/random';
import { describeRecording, recordedObjects } from '../testing/recording';
import { deviations, shapeOf } from '../testing/shape';
import { everySpecimen, specimens } from '../testing/specimens';
import { SECRET } from '../testing/specimens/common';
import { MOST_CHARACTERS } from './bounded';
import { project } from './project';

const MUTATIONS = 10_000;

const OPTIONS = { namespaceAnnotations: ['owner', 'note'] };

/** What an API server gives to every object of a kind, and nothing else. */
function bare(kind: RecordKind): object {
  const event = {
    type: 'Warning',
    reason: 'Failed',
    involvedObject: { kind: 'Pod', name: 'shop' },
  };
  const metadata = { name: 'shop', namespace: 'web', uid: 'u1' };
  return kind === 'Event' ? { metadata, ...event } : { metadata };
}

function recordOf(kind: RecordKind, object: unknown): KubernetesRecord {
  const projection = project(kind, object);
  if (!projection) {
    throw new Error(`No record of this ${kind}`);
  }
  return projection.record;
}

describe('every kind that is projected', () => {
  it('has one specimen, and a place where it is served', () => {
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(
      Object.keys(specimens).sort(),
    );
  });

  it.each(everySpecimen)('makes a record of a bare %s', kind => {
    expect(recordOf(kind, bare(kind))).toMatchObject({ kind, name: 'shop' });
  });

  it('keeps its shape, its bounds and its secrets however odd objects are', () => {
    const random = randomNumbers(20261122);
    const shapes = new Map(
      everySpecimen.map(([kind, object]) => [
        kind,
        shapeOf([
          recordOf(kind, object),
          recordOf(kind, bare(kind)),
          ...more(kind),
        ]),
      ]),
    );
    const required = new Map(
      everySpecimen.map(([kind]) => [
        kind,
        Object.keys(recordOf(kind, bare(kind))).filter(key =>
          more(kind).every(record => Object.hasOwn(record, key)),
        ),
      ]),
    );
    const wrong = new Set<string>();
    let kept = 0;
    for (let round = 0; round < MUTATIONS; round++) {
      const [kind, object] = everySpecimen[round % everySpecimen.length];
      const projection = project(kind, mutate(object, random, 0.03));
      if (projection) {
        kept++;
        const { record } = projection;
        const text = JSON.stringify(projection);
        const missing = (required.get(kind) ?? []).filter(
          key => !Object.hasOwn(record, key),
        );
        missing.forEach(key => wrong.add(`${kind} lacks ${key}`));
        deviations(shapes.get(kind) ?? new Map(), record).forEach(path =>
          wrong.add(`${kind}${path}`),
        );
        if (text.includes(SECRET)) wrong.add(`${kind} shows a secret`);
        if (text.length > MOST_CHARACTERS) wrong.add(`${kind} is too large`);
      }
    }
    expect([...wrong]).toEqual([]);
    expect(kept).toBeGreaterThan(MUTATIONS / 2);
  });

  it.each(everySpecimen)('stays bounded where a %s is not', (kind, object) => {
    const projection = project(kind, swollen(object), OPTIONS);
    expect(JSON.stringify(projection ?? {}).length).toBeLessThanOrEqual(
      MOST_CHARACTERS,
    );
  });
});

describe('a record of an object that is too large', () => {
  it('says to how many entries its lists were cut', () => {
    const rules = Array.from({ length: 5000 }, (_, index) => ({
      host: `shop-${index}.${'a'.repeat(60)}.contoso.example`,
    }));
    const { record } = project('Ingress', {
      metadata: { name: 'shop', namespace: 'web' },
      spec: { rules },
    })!;
    expect(record.cutTo).toBe(1000);
    expect(record).toMatchObject({ rules: expect.any(Array) });
    expect('rules' in record && record.rules).toHaveLength(1000);
  });

  it('selects nothing rather than more', () => {
    const values = Array.from({ length: 2000 }, (_, index) => `value-${index}`);
    const { record } = project('Deployment', {
      metadata: { name: 'shop', namespace: 'web' },
      spec: {
        selector: { matchExpressions: [{ key: 'a', operator: 'In', values }] },
      },
    })!;
    expect(record).toMatchObject({
      selector: [{ key: '', operator: 'Exists' }],
    });
  });

  it('does not take part of a name for a name', () => {
    const metadata = { name: 'a'.repeat(254), namespace: 'web' };
    expect(project('Pod', { metadata })).toBeUndefined();
  });
});

describeRecording('what a real API server answered', () => {
  const recorded = recordedObjects();

  it('is projected whole, within bounds', () => {
    const wrong = recorded.flatMap(({ kind, object }) => {
      const projection = project(kind, object);
      const size = JSON.stringify(projection)?.length ?? Infinity;
      return size < 16 * 1024 && projection?.record.cutTo === undefined
        ? []
        : [`${kind}: ${size}`];
    });
    expect(wrong).toEqual([]);
    expect(recorded.length).toBeGreaterThan(90);
  });

  it('holds kinds of which these have a record', () => {
    const seen = new Set(recorded.map(({ kind }) => kind));
    const absent = kinds.filter(({ kind }) => !seen.has(kind));
    // eslint-disable-next-line no-console -- a skip has to say its reason
    console.warn(
      `Not in the recording, and so not tested on it: ${absent
        .map(({ kind }) => kind)
        .join(', ')}`,
    );
    expect(seen.size).toBeGreaterThanOrEqual(20);
  });
});

/** Facts that no specimen can have beside its others. */
function more(kind: RecordKind): KubernetesRecord[] {
  const odd: Partial<Record<RecordKind, object>> = {
    PodDisruptionBudget: { spec: { minAvailable: 1, maxUnavailable: '10%' } },
    NetworkPolicy: { spec: { policyTypes: ['Egress'] } },
    // Azure's, as it is of no class.
    Service: {
      spec: {
        type: 'LoadBalancer',
        loadBalancerIP: '1.2.3.4',
        ports: [{ port: 80 }],
      },
    },
  };
  const metadata = {
    name: 'shop',
    namespace: 'web',
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: { 'meta.helm.sh/release-name': 'shop' },
  };
  return [recordOf(kind, { ...bare(kind), metadata, ...odd[kind] })];
}

/** The same object with long lists in long lists, and thousands of labels. */
function swollen(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length === 0
      ? value
      : Array.from({ length: 12 * value.length }, (_, index) =>
          swollen(value[index % value.length]),
        );
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    /labels|annotations|nodeSelector/i.test(key)
      ? Object.fromEntries(
          Array.from({ length: 2000 }, (_, index) => [
            `key-${index}`,
            'v'.repeat(60),
          ]),
        )
      : swollen(item),
  ]);
  return Object.fromEntries(entries);
}
