/** @jest-environment node */
import { isDeepStrictEqual } from 'node:util';
import { checkManifests } from '@backstage-aks/insight';
import { parseDocument } from 'yaml';
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

  it('pass every check, at the strictest level of pod security', () => {
    const reports = all.map(({ objects: [set] }) =>
      checkManifests(set.objects, { podSecurity: 'restricted' }),
    );
    const verdicts = reports.flatMap(report => report.verdicts);
    expect(
      verdicts.filter(({ verdict }) => verdict !== 'ok').slice(0, 3),
    ).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(30_000);
    // Of kinds that no check is about, nothing is said.
    expect(
      [
        ...new Set(
          reports.flatMap(({ unjudged }) => unjudged.map(({ kind }) => kind)),
        ),
      ].sort(),
    ).toEqual([
      'ExternalSecret',
      'Gateway',
      'HTTPRoute',
      'Ingress',
      'TriggerAuthentication',
    ]);
  });

  it('give the same bytes again', () => {
    const different = SEEDS.filter(
      seed => !isDeepStrictEqual(generate(seed).files, all[seed - 1].files),
    );
    expect(different).toEqual([]);
  });

  it('are read back from the files as they were meant', () => {
    const wrong = all.flatMap(({ files, objects: [set] }, index) => {
      const written = files.filter(({ path }) => path.startsWith('manifests/'));
      return (['1.1', '1.2'] as const).flatMap(version => {
        const read = written.map(({ content }) => {
          const document = parseDocument(content, { version });
          return document.errors[0] ?? document.toJS();
        });
        const missing = set.objects.filter(
          object => !read.some(other => isDeepStrictEqual(other, object)),
        );
        return missing.length > 0 || read.length !== set.objects.length
          ? [{ seed: index + 1, version, missing, read }]
          : [];
      });
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
