import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { intentFromForm } from '@backstage-aks/workloads';

/**
 * `parameters | aksIntent`: the intent in a form's parameters. The form fields show
 * their preview by the same function.
 */
export const intentFilter = createTemplateFilter({
  id: 'aksIntent',
  description:
    "The workload intent in a form's parameters: the fields of an intent, without what was left empty and what the answers rule out.",
  schema: z =>
    z.function(
      z.tuple([z.record(z.unknown()).describe('The parameters of the form')]),
      z
        .record(z.unknown())
        .describe('The input `intent` of aks:workload:generate'),
    ),
  examples: [
    {
      description: 'Generates what somebody filled in',
      example: 'intent: ${{ parameters | aksIntent }}',
    },
  ],
  filter: parameters => intentFromForm(parameters),
});
