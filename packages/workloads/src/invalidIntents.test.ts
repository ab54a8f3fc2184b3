/** @jest-environment node */
import { generateWorkload } from './generateWorkload';
import { hostileTexts } from './__testUtils__/hostile';
import { Random } from './__testUtils__/Random';
import { randomIntent } from './__testUtils__/randomIntent';
import { Fields } from './__testUtils__/Spoiler';
import { fieldSpoilers } from './__testUtils__/spoilFields';
import { settingsSpoilers } from './__testUtils__/spoilSettings';
import { wholeSpoilers } from './__testUtils__/spoilWhole';

const spoilers = [...fieldSpoilers, ...settingsSpoilers, ...wholeSpoilers];

const SEEDS = Array.from({ length: 1000 }, (_, index) => index + 1);

describe('1,000 random intents, each with something wrong', () => {
  it('are refused at the field', () => {
    const wrong = SEEDS.flatMap(seed => {
      const random = new Random(seed);
      const { field, spoil } = spoilers[seed % spoilers.length];
      const intent: Fields = structuredClone(randomIntent(seed, 'shop'));
      spoil(intent, random);
      const generated = generateWorkload(intent);
      const fields = generated.ok
        ? ['accepted']
        : generated.problems.map(problem => problem.field);
      return fields.includes(field) ? [] : [{ seed, field, fields }];
    });
    expect(wrong).toEqual([]);
  });

  it('say something that follows the name of the field', () => {
    for (const { spoil } of spoilers) {
      const intent: Fields = structuredClone(randomIntent(1, 'shop'));
      spoil(intent, new Random(1));
      const generated = generateWorkload(intent);
      const problems = generated.ok ? [] : generated.problems;
      expect(problems).not.toEqual([]);
      for (const { message } of problems) {
        expect(message).not.toMatch(/invalid|undefined|\[object/i);
        expect(message.length).toBeGreaterThan(8);
      }
    }
  });
});

describe('anything at all in the place of an intent', () => {
  it.each([undefined, null, 1, '', [], 'kind: Pod', true, { name: {} }])(
    'refuses %j',
    input => {
      expect(generateWorkload(input)).toMatchObject({ ok: false });
    },
  );

  it('never throws over text that is hostile', () => {
    const valid = randomIntent(3, 'shop');
    for (const field of Object.keys(valid)) {
      for (const text of hostileTexts) {
        // Some are good names; what counts is that none breaks anything.
        const generated = generateWorkload({ ...valid, [field]: text });
        expect(generated).toHaveProperty('ok');
      }
    }
  });
});
