import { manifests } from '../objects/manifests';
import { EnvironmentPlan } from '../plan/environments';
import { WorkloadPlan } from '../plan/WorkloadPlan';
import { writeYaml } from '../text/writeYaml';
import { fileName, GeneratedFile } from './GeneratedFile';

/** A file for each object; in a folder for each environment, where there are any. */
export function plainFiles(
  base: WorkloadPlan,
  environments: readonly EnvironmentPlan[],
): GeneratedFile[] {
  return environments.length === 0
    ? filesOf('manifests', base)
    : environments.flatMap(({ name, plan }) =>
        filesOf(`manifests/${name}`, plan),
      );
}

/** A file for each object of a plan. */
export function filesOf(folder: string, plan: WorkloadPlan): GeneratedFile[] {
  return manifests(plan).map(manifest => ({
    path: `${folder}/${fileName(manifest)}`,
    content: writeYaml(manifest),
  }));
}
