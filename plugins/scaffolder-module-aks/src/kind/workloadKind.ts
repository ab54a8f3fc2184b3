import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { refuseContradiction } from './refuseContradiction';
import { WorkloadKindField } from './WorkloadKindField';

/** The field `AksWorkloadKind`: its value are the answers, by question. */
export const workloadKind = createFormField({
  name: 'AksWorkloadKind',
  component: WorkloadKindField,
  validation: refuseContradiction,
  schema: makeFieldSchema({
    output: z => z.record(z.string()),
  }),
});
