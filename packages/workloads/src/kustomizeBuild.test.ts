/** @jest-environment node */
import { generateWorkload, GeneratedWorkload } from './generateWorkload';
import { ManifestObject } from './objects/Manifest';
import { buildWithKubectl, hasKubectl } from './__testUtils__/buildWithKubectl';
import { goldenExamples } from './__testUtils__/goldenExamples';
import { Golden } from './__testUtils__/goldenParts';
import { goldenProduct } from './__testUtils__/goldenProduct';

const isForKustomize = ([, { form }]: [string, Golden]) => form === 'kustomize';
const overlaid = Object.entries({ ...goldenExamples, ...goldenProduct }).filter(
  isForKustomize,
);

const kubectl = hasKubectl();
if (!kubectl) {
  process.stdout.write(
    'Skipped: bases and overlays built by Kustomize itself, as there is no kubectl on the path\n',
  );
}

function generate(input: object): GeneratedWorkload {
  const generated = generateWorkload(input, { form: 'kustomize' });
  if (!generated.ok) {
    throw new Error(JSON.stringify(generated.problems));
  }
  return generated;
}

function inOrder(objects: readonly ManifestObject[]): ManifestObject[] {
  const key = ({ kind, metadata }: ManifestObject) =>
    `${kind}/${metadata.name}`;
  return [...objects].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

(kubectl ? describe : describe.skip)('kubectl kustomize', () => {
  it.each(overlaid)('builds what was meant (%s)', (_name, { intent }) => {
    const { files, objects } = generate(intent);
    const built = buildWithKubectl(
      files,
      objects.map(({ environment }) => `overlays/${environment}`),
    );
    objects.forEach(({ objects: wanted }, index) => {
      expect(inOrder(built[index])).toEqual(inOrder(wanted));
    });
  });

  it.each(Object.entries(goldenExamples).filter(isForKustomize))(
    'builds a base by itself (%s)',
    (_name, { intent }) => {
      const { files, objects } = generate({ ...intent, environments: [] });
      const [base] = buildWithKubectl(files, ['base']);
      expect(inOrder(base)).toEqual(inOrder(objects[0].objects));
    },
  );

  it('fails where somebody has moved what an overlay changes', () => {
    const { files } = generate({
      name: 'shop-front',
      namespace: 'shop',
      image: 'shop.azurecr.io/front:1.4.2',
      ports: [{ name: 'http', port: 8080 }],
      environment: { LOG_LEVEL: 'info' },
      environments: [{ name: 'staging', environment: { LOG_LEVEL: 'debug' } }],
    });
    const moved = files.map(({ path, content }) => ({
      path,
      content: content.replace(
        /( +)- name: LOG_LEVEL\n/,
        '$1- name: ADDED\n$1  value: first\n$&',
      ),
    }));
    expect(moved).not.toEqual(files);
    expect(() => buildWithKubectl(moved, ['overlays/staging'])).toThrow(
      /test.*env\/0\/name/s,
    );
  });
});
