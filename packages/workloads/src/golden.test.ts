/** @jest-environment node */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { generateWorkload } from './generateWorkload';
import { goldenExamples } from './__testUtils__/goldenExamples';
import { goldenProduct } from './__testUtils__/goldenProduct';

const FOLDER = join(__dirname, '..', 'golden');
const goldens = { ...goldenExamples, ...goldenProduct };

/** All files of an intent as one text: what a person reads in a review. */
function written(name: string): string {
  const { form, intent } = goldens[name];
  const generated = generateWorkload(intent, { form });
  if (!generated.ok) {
    throw new Error(`${name}: ${JSON.stringify(generated.problems)}`);
  }
  return generated.files
    .map(({ path, content }) => `==> ${path}\n${content}`)
    .join('\n');
}

// UPDATE_GOLDEN=1 writes them anew; then read the difference, line by line.
if (process.env.UPDATE_GOLDEN) {
  for (const name of Object.keys(goldens)) {
    const file = join(FOLDER, `${name}.txt`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written(name));
  }
}

describe('the files that are kept to be read', () => {
  it.each(Object.keys(goldens))('are still made (%s)', name => {
    expect(written(name)).toBe(
      readFileSync(join(FOLDER, `${name}.txt`), 'utf8'),
    );
  });

  it('are those of the intents, and no others', () => {
    const kept = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) =>
        relative(FOLDER, join(parentPath, name)).split(sep).join('/'),
      );
    expect(kept.sort()).toEqual(
      Object.keys(goldens)
        .map(name => `${name}.txt`)
        .sort(),
    );
  });

  it('are every kind, form, source of secrets and exposure with each other', () => {
    // 2 kinds that are reached from outside in 4 ways, 4 that are not; 3 forms and 4
    // sources of each.
    expect(Object.keys(goldenProduct)).toHaveLength((2 * 4 + 4) * 3 * 4);
  });
});
