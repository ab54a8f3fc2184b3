/** @jest-environment node */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWorkload } from './generateWorkload';
import { goldenIntents } from './__testUtils__/goldenIntents';

const FOLDER = join(__dirname, '..', 'golden');

/** All files of an intent as one text: what a person reads in a review. */
function written(name: string): string {
  const { form, intent } = goldenIntents[name];
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
  mkdirSync(FOLDER, { recursive: true });
  for (const name of Object.keys(goldenIntents)) {
    writeFileSync(join(FOLDER, `${name}.txt`), written(name));
  }
}

describe('the files that are kept to be read', () => {
  it.each(Object.keys(goldenIntents))('are still made (%s)', name => {
    expect(written(name)).toBe(
      readFileSync(join(FOLDER, `${name}.txt`), 'utf8'),
    );
  });

  it('are those of the intents, and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(goldenIntents)
        .map(name => `${name}.txt`)
        .sort(),
    );
  });
});
