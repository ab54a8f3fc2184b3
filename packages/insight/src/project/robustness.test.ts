import { exposuresOf } from '../exposures/exposures';
import { kinds } from '../kinds';
import { KubernetesRecord, RecordKind } from '../record';
import { RecordSet, refOf } from '../RecordSet';
import { mutate } from '../testing/mutate';
import { randomNumbers } from '../testing/random';
import { recordedObjects } from '../testing/recording';
import { checkoutObjects, NOW } from '../testing/shop';
import { project } from './project';

const ROUNDS = 400;

function ownObjects(): { kind: RecordKind; object: object }[] {
  const objects = checkoutObjects();
  return (Object.keys(objects) as RecordKind[]).flatMap(kind =>
    (objects[kind] ?? []).map(object => ({ kind, object })),
  );
}

function sentencesAbout(records: RecordSet): string[] {
  const { exposures } = exposuresOf({
    records,
    roots: records.of('Deployment').map(refOf),
    freshness: () => ({ state: 'live' }),
    now: NOW,
  });
  return exposures.flatMap(({ sentence, hops }) => [
    sentence,
    ...hops.flatMap(hop => [
      hop.subject,
      hop.status,
      hop.finding?.cause ?? '',
      hop.finding?.remedy.text ?? '',
      hop.finding?.remedy.command ?? '',
    ]),
  ]);
}

describe('any object whatsoever', () => {
  const judged = new Set(kinds.map(({ kind }) => kind));
  const samples = [...ownObjects(), ...recordedObjects()].filter(({ kind }) =>
    judged.has(kind),
  );

  it('is projected without an error, and what comes of it is judged so', () => {
    const random = randomNumbers(20261122);
    let kept = 0;
    const sentences: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const records: KubernetesRecord[] = samples.flatMap(
        ({ kind, object }) =>
          project(kind, mutate(object, random))?.record ?? [],
      );
      kept += records.length;
      sentences.push(...sentencesAbout(new RecordSet(records)));
    }
    expect(kept).toBeGreaterThan(ROUNDS * samples.length * 0.5);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter(text => /undefined|\[object/.test(text))).toEqual(
      [],
    );
  });

  it('keeps the types of what every record of its kind has', () => {
    const random = randomNumbers(7);
    const wrong = ownObjects().flatMap(({ kind, object }) => {
      const types = typesIn(project(kind, object)?.record ?? {});
      return Array.from({ length: ROUNDS }, () => mutate(object, random))
        .flatMap(odd => project(kind, odd)?.record ?? [])
        .flatMap(record => differences(types, typesIn(record)))
        .map(difference => `${kind}.${difference}`);
    });
    expect(wrong).toEqual([]);
  });
});

const OPTIONAL = [
  'className',
  'createdAt',
  'node',
  'owner',
  'selector',
  'service',
];

type Types = Record<string, string>;

function differences(expected: Types, actual: Types): string[] {
  return Object.keys(expected)
    .filter(key => key in actual || !OPTIONAL.includes(key))
    .filter(key => expected[key] !== actual[key])
    .map(key => `${key}: ${actual[key]} instead of ${expected[key]}`);
}

function typesIn(record: object): Types {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      Array.isArray(value) ? 'array' : typeof value,
    ]),
  );
}
