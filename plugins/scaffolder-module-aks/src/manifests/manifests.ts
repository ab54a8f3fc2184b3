import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ManifestsField } from './ManifestsField';
import { refuseProblems } from './refuseProblems';

/** The field `AksManifests`: its value is the layout, and it shows the files. */
export const manifests = createFormField({
  name: 'AksManifests',
  component: ManifestsField,
  validation: refuseProblems,
  schema: makeFieldSchema({
    output: z => z.enum(['yaml', 'kustomize', 'helm']),
  }),
});
