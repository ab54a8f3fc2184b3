/** @jest-environment node */
import { parseAllDocuments } from 'yaml';
import { generateWorkload, GeneratedWorkload } from './generateWorkload';
import { modelFaults } from './__testUtils__/modelFaults';
import { randomIntent } from './__testUtils__/randomIntent';

const SEEDS = Array.from({ length: 1000 }, (_, index) => index + 1);

function generate(seed: number): GeneratedWorkload {
  const generated = generateWorkload(randomIntent(seed, 'shop'));
  if (!generated.ok) {
    throw new Error(
      `seed ${seed} is refused: ${JSON.stringify(generated.problems)}`,
    );
  }
  return generated;
}

describe('1,000 random intents', () => {
  const all = SEEDS.map(generate);
  const objects = all.flatMap(({ objects: sets }) => sets[0].objects);

  it('lead to every kind', () => {
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(6);
  });

  it('make objects that fit the schemas of Kubernetes', () => {
    const { checked, refused } = modelFaults(objects);
    expect(refused).toEqual([]);
    expect(checked).toBeGreaterThan(5000);
  });

  it('give the same bytes again', () => {
    for (const seed of SEEDS) {
      expect(generate(seed).files).toEqual(all[seed - 1].files);
    }
  });

  it('are read back from the files as they were meant', () => {
    all.forEach(({ files, objects: [set] }) => {
      const written = files
        .filter(({ path }) => path.startsWith('manifests/'))
        .map(({ content }) => content);
      for (const version of ['1.1', '1.2'] as const) {
        const read = written.flatMap(content =>
          parseAllDocuments(content, { version }).map(document => {
            expect(document.errors).toEqual([]);
            return document.toJS();
          }),
        );
        expect(read).toHaveLength(set.objects.length);
        expect(read).toEqual(expect.arrayContaining(set.objects));
      }
    });
  });
});
