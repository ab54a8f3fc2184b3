/** @jest-environment node */
import { applyPatch } from 'fast-json-patch';
import { parse } from 'yaml';
import { generateWorkload, OutputForm } from './generateWorkload';
import { ManifestObject } from './objects/Manifest';
import { randomIntent } from './__testUtils__/randomIntent';
import { renderChart } from './__testUtils__/renderChart';
import { hasHelm, renderWithHelm } from './__testUtils__/renderWithHelm';

const SEEDS = Array.from({ length: 150 }, (_, index) => index + 2001);

/** A random intent in two environments that differ in all that may differ. */
function intentOf(seed: number) {
  const intent = randomIntent(seed, 'shop');
  const { exposure, scaling, environment = {} } = intent;
  const web = exposure?.type === 'gateway' || exposure?.type === 'ingress';
  return {
    ...intent,
    environments: [
      { name: 'staging', namespace: 'shop-staging' },
      {
        name: 'production',
        image: 'shop.azurecr.io/front:2.0.0',
        ...(web
          ? { hosts: exposure.hosts.map((_, index) => `p${index}.example.com`) }
          : {}),
        ...(scaling?.type === 'hpa' || scaling?.type === 'keda'
          ? { maxReplicas: 50 }
          : {}),
        environment: Object.fromEntries(
          Object.keys(environment).map(name => [name, '$(X) {{ "y" }} <no>']),
        ),
      },
    ],
  };
}

function generate(seed: number, form: OutputForm) {
  const generated = generateWorkload(intentOf(seed), { form });
  if (!generated.ok) {
    throw new Error(`seed ${seed}: ${JSON.stringify(generated.problems)}`);
  }
  return generated;
}

function inOrder(objects: readonly ManifestObject[]): ManifestObject[] {
  const key = ({ kind, metadata }: ManifestObject) =>
    `${kind}/${metadata.name}`;
  return [...objects].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the forms of one workload in two environments', () => {
  it.each(SEEDS)('come to the same objects (seed %d)', seed => {
    const { files, objects } = generate(seed, 'kustomize');
    for (const { environment = '', objects: wanted } of objects) {
      expect(inOrder(kustomized(files, environment))).toEqual(inOrder(wanted));
    }

    const chart = generate(seed, 'helm').files;
    for (const { environment = '', objects: wanted } of objects) {
      const { namespace = '' } = wanted[0].metadata;
      const rendered = renderChart(chart, namespace, environment);
      expect(withoutNames(rendered.map(text => parse(text)))).toEqual(
        withoutNames(wanted),
      );
    }
  });

  it('gives a Job of a chart another name where what it is made of changes', () => {
    const seed = SEEDS.find(
      candidate => generate(candidate, 'helm').kind === 'Job',
    );
    const { files } = generate(seed ?? 0, 'helm');
    const nameIn = (chart: typeof files, environment: string) =>
      renderChart(chart, 'shop', environment)
        .map(text => parse(text))
        .find(({ kind }) => kind === 'Job').metadata.name;
    const name = nameIn(files, 'staging');
    expect(nameIn(files, 'production')).not.toBe(name);
    const more = files.map(file =>
      file.path === 'chart/values.yaml'
        ? { ...file, content: `${file.content}own: value\n` }
        : file,
    );
    expect(nameIn(more, 'staging')).toBe(name);
  });
});

const helm = hasHelm();
if (!helm) {
  process.stdout.write(
    'Skipped: charts rendered by Helm itself, as there is no helm on the path\n',
  );
}

(helm ? describe : describe.skip)('helm template', () => {
  it.each(SEEDS.slice(0, 40))('renders what was meant (seed %d)', seed => {
    const { files, objects } = generate(seed, 'helm');
    for (const { environment = '', objects: wanted } of objects) {
      const { namespace = '' } = wanted[0].metadata;
      const rendered = renderWithHelm(files, namespace, environment);
      const own = renderChart(files, namespace, environment);
      // The names of Jobs, too: both have to reckon the same hash.
      expect(inOrder(rendered as ManifestObject[])).toEqual(
        inOrder(own.map(text => parse(text))),
      );
    }
  });
});

/** A base with an overlay, as `kustomize build` makes them. */
function kustomized(
  files: readonly { path: string; content: string }[],
  environment: string,
): ManifestObject[] {
  const read = (path: string) => {
    const file = files.find(candidate => candidate.path === path);
    if (!file) {
      throw new Error(`there is no ${path}`);
    }
    return parse(file.content, { version: '1.1' });
  };
  const folder = `overlays/${environment}`;
  const overlay = read(`${folder}/kustomization.yaml`);
  const base: ManifestObject[] = read('base/kustomization.yaml').resources.map(
    (name: string) => read(`base/${name}`),
  );
  const added = overlay.resources.slice(1) as string[];
  const patched = base.flatMap(object => {
    const patches: { target: ManifestTarget; patch: string }[] =
      overlay.patches ?? [];
    return patches
      .filter(
        ({ target }) =>
          target.kind === object.kind && target.name === object.metadata.name,
      )
      .reduce<ManifestObject[]>(
        ([current], { patch }) => {
          const operations = parse(patch, { version: '1.1' });
          return Array.isArray(operations)
            ? [applyPatch(current, operations).newDocument]
            : [];
        },
        [object],
      );
  });
  return [...patched, ...added.map(name => read(`${folder}/${name}`))].map(
    object => ({
      ...object,
      metadata: { ...object.metadata, namespace: overlay.namespace },
    }),
  );
}

interface ManifestTarget {
  kind: string;
  name: string;
}

// A chart makes the name of a Job itself, and leaves out the version.
function withoutNames(objects: readonly ManifestObject[]): unknown[] {
  return inOrder(objects).map(object =>
    JSON.parse(JSON.stringify(object), (key, value) => {
      if (key === 'app.kubernetes.io/version') {
        return undefined;
      }
      return key === 'metadata' && object.kind === 'Job' && value.name
        ? { ...value, name: 'any' }
        : value;
    }),
  );
}
