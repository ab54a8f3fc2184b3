import {
  GeneratedWorkload,
  generateWorkload,
  intentFromForm,
  OutputForm,
  RefusedWorkload,
} from '@backstage-aks/workloads';

/** How the files may be laid out, in the order in which they are offered. */
export const OUTPUT_FORMS = ['yaml', 'kustomize', 'helm'] as const;

/** What the template will write for what was filled in so far. */
export function preview(
  parameters: Readonly<Record<string, unknown>>,
  form: OutputForm,
): GeneratedWorkload | RefusedWorkload {
  return generateWorkload(intentFromForm(parameters), { form });
}
