import { catalogInfo } from './objects/catalogInfo';
import { ManifestObject } from './objects/Manifest';
import { manifests } from './objects/manifests';
import { GeneratedFile } from './output/GeneratedFile';
import { helmFiles } from './output/helm';
import { kustomizeFiles } from './output/kustomize';
import { plainFiles } from './output/plain';
import { EnvironmentPlan, environmentPlans } from './plan/environments';
import { planWorkload } from './plan/planWorkload';
import { fieldPath, Problem } from './plan/Problem';
import {
  WorkloadAdvice,
  WorkloadKind,
  WorkloadPlan,
} from './plan/WorkloadPlan';
import { writeYaml } from './text/writeYaml';
import { yamlDocument, yamlText } from './text/yamlText';

/**
 * How manifests are laid out in files.
 *
 * @public
 */
export type OutputForm = 'yaml' | 'kustomize' | 'helm';

/**
 * What was generated.
 *
 * @public
 */
export interface GeneratedWorkload {
  ok: true;
  kind: WorkloadKind;
  /** Why it is of this kind, what came second, what would change it. */
  advice: WorkloadAdvice;
  /** The strictest level of pod security that its namespace can have. */
  podSecurity: 'restricted' | 'privileged';
  files: GeneratedFile[];
  /** The objects, once for each environment, or once where there are none. */
  objects: { environment?: string; objects: ManifestObject[] }[];
}

/**
 * Why nothing was generated.
 *
 * @public
 */
export interface RefusedWorkload {
  ok: false;
  /** At least one. */
  problems: Problem[];
}

/**
 * The file in which an intent is kept beside what was generated from it.
 *
 * @public
 */
export const INTENT_FILE = 'workload.yaml';

/**
 * The manifests for what somebody wants, or everything that is wrong with it. The
 * same intent always gives the same bytes.
 *
 * @public
 */
export function generateWorkload(
  input: unknown,
  options: { form?: OutputForm } = {},
): GeneratedWorkload | RefusedWorkload {
  const planned = planWorkload(input);
  if (!planned.ok) {
    return planned;
  }
  const { plan } = planned;
  const { form = 'yaml' } = options;
  const { plans, problems } = environmentPlans(plan);
  problems.push(...(form === 'helm' ? hostProblems(plan) : []));
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  return {
    ok: true,
    kind: plan.kind,
    advice: plan.advice,
    // Even baseline forbids directories of the node, whoever may write to them.
    podSecurity: plan.intent.nodePaths.length > 0 ? 'privileged' : 'restricted',
    files: [
      ...catalogInfo(plan).map(manifest => ({
        path: 'catalog-info.yaml',
        content: writeYaml(manifest),
      })),
      ...filesIn(form, plan, plans),
      { path: INTENT_FILE, content: intentFile(input) },
    ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    objects:
      plans.length === 0
        ? [{ objects: objectsOf(plan) }]
        : plans.map(environment => ({
            environment: environment.name,
            objects: objectsOf(environment.plan),
          })),
  };
}

function objectsOf(plan: WorkloadPlan): ManifestObject[] {
  return manifests(plan).map(({ object }) => object);
}

function filesIn(
  form: OutputForm,
  plan: WorkloadPlan,
  environments: readonly EnvironmentPlan[],
): GeneratedFile[] {
  switch (form) {
    case 'kustomize':
      return kustomizeFiles(plan, environments);
    case 'helm':
      return helmFiles(plan, environments);
    default:
      return plainFiles(plan, environments);
  }
}

// The templates have a place for each host.
function hostProblems({ intent }: WorkloadPlan): Problem[] {
  const { exposure, environments } = intent;
  const count = 'hosts' in exposure ? exposure.hosts.length : 0;
  return environments.flatMap(({ hosts }, index) =>
    hosts && hosts.length !== count
      ? [
          {
            field: fieldPath(['environments', index, 'hosts']),
            message: `must be as many hosts as exposure.hosts names (${count}) in a Helm chart`,
          },
        ]
      : [],
  );
}

function intentFile(input: unknown): string {
  const text = yamlText(yamlDocument(input));
  return `# What these manifests were generated from. The next generation starts here:\n# it finds out what people changed by hand, and keeps it.\n${text}`;
}
