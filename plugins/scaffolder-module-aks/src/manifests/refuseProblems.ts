import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { OutputForm } from '@backstage-aks/workloads';
import { preview } from './preview';

/** Keeps a form from going on with an intent that cannot be generated. */
export const refuseProblems: CustomFieldValidator<OutputForm> = (
  form,
  field,
  { formData },
) => {
  const generated = preview(formData, form);
  if (!generated.ok) {
    for (const { field: name, message } of generated.problems) {
      field.addError(`${name} ${message}`);
    }
  }
};
