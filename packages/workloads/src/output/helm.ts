import { imageVersion } from '../intent/image';
import { shortHash } from '../objects/contentHash';
import { Manifest, ManifestObject } from '../objects/Manifest';
import { manifests } from '../objects/manifests';
import { NO_CPU_LIMIT } from '../objects/podTemplate';
import { EnvironmentPlan } from '../plan/environments';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { writeYaml } from '../text/writeYaml';
import { yamlDocument, yamlText } from '../text/yamlText';
import { fileName, GeneratedFile } from './GeneratedFile';
import { chartValues, Slot, slotsOf } from './helmSlots';

const VERSION_LABEL = 'app.kubernetes.io/version';

/** A chart, and the values of each environment. */
export function helmFiles(
  base: WorkloadPlan,
  environments: readonly EnvironmentPlan[],
): GeneratedFile[] {
  const values = chartValues(base);
  return [
    chartFile(base),
    valuesFile(base, values),
    ...environments.map(({ name, plan }) =>
      valuesFile(plan, differences(values, chartValues(plan)), name),
    ),
    ...manifests(base).map(manifest => ({
      path: `chart/templates/${fileName(manifest)}`,
      content: template(withoutVersion(manifest), base),
    })),
  ];
}

function chartFile({ intent }: WorkloadPlan): GeneratedFile {
  return {
    path: 'chart/Chart.yaml',
    content: yaml({
      apiVersion: 'v2',
      name: intent.name,
      description: `Deploys ${intent.name} on Kubernetes`,
      type: 'application',
      version: '0.1.0',
      appVersion: imageVersion(intent.image) ?? '0.1.0',
    }),
  };
}

/** Values with the command that uses them, and with what may surprise in them. */
function valuesFile(
  { intent }: WorkloadPlan,
  values: Record<string, unknown>,
  environment?: string,
): GeneratedFile {
  const file = environment ? `values-${environment}.yaml` : 'values.yaml';
  const command = `helm upgrade --install ${intent.name} . --namespace ${
    intent.namespace
  }${environment ? ` --values ${file}` : ''}`;
  const text = writeYaml({
    object: values,
    comments: [
      ...(intent.resources.cpuLimit
        ? []
        : [{ path: ['resources', 'limits'], text: NO_CPU_LIMIT }]),
      {
        path: ['environment'],
        text: 'Texts: a number stands in quotes, or Helm may write it in another way.',
      },
    ],
  });
  return { path: `chart/${file}`, content: `# ${command}\n${text}` };
}

/** The values of an environment that are not those of all. */
function differences(
  base: Record<string, unknown>,
  wanted: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => JSON.stringify(base[key]) !== JSON.stringify(value),
    ),
  );
}

/**
 * An object as a template. Whatever in it looks like a template is taken apart
 * first, so that only the places made here are filled in.
 */
function template(manifest: Manifest, plan: WorkloadPlan): string {
  const slots = slotsOf(manifest, plan);
  // A text that nobody can have written, as it depends on everything written.
  const mark = (index: number) =>
    `slot-${shortHash([manifest.object, plan.intent])}-${index}-`;
  const object = structuredClone(manifest.object);
  slots.forEach(({ path }, index) => put(object, path, mark(index)));
  const literal = writeYaml({ ...manifest, object }).replaceAll(
    '{{',
    '{{ "{{" }}',
  );
  return slots.reduce(
    (text, { expression }, index) =>
      // A function, as a dollar in a text would stand for something.
      text.replaceAll(mark(index), () => `{{ ${expression} }}`),
    literal,
  );
}

// The image may differ between environments, and its tag with it.
function withoutVersion(manifest: Manifest): Manifest {
  const text = JSON.stringify(manifest.object, (key, value) =>
    key === VERSION_LABEL ? undefined : value,
  );
  return { ...manifest, object: JSON.parse(text) };
}

function put(object: ManifestObject, path: Slot['path'], value: string): void {
  let parent: unknown = object;
  for (const step of path.slice(0, -1)) {
    parent = fieldOf(parent, step);
  }
  const last = path[path.length - 1];
  if (typeof parent !== 'object' || parent === null || !(last in parent)) {
    throw new Error(`${object.kind} has no ${path.join('.')} to fill in`);
  }
  Object.assign(parent, { [last]: value });
}

function fieldOf(parent: unknown, step: string | number): unknown {
  return typeof parent === 'object' && parent !== null
    ? (parent as Record<string | number, unknown>)[step]
    : undefined;
}

function yaml(value: object): string {
  return yamlText(yamlDocument(value));
}
