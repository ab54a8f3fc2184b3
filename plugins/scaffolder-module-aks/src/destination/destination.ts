import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DestinationField } from './DestinationField';

/** The field `AksDestination`: `show`, or the kind of source control to write to. */
export const destination = createFormField({
  name: 'AksDestination',
  component: DestinationField,
  schema: makeFieldSchema({
    output: z => z.enum(['show', 'github', 'gitlab']),
    uiOptions: z =>
      z.object({
        offered: z
          .array(z.enum(['github', 'gitlab']))
          .optional()
          .describe('What the steps of the template can write to'),
      }),
  }),
});
