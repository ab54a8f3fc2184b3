import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { adviseKind, FormAnswers } from './advice';

/** Keeps a form from going on with answers that cannot be had together. */
export function refuseContradiction(
  answers: FormAnswers,
  field: Parameters<CustomFieldValidator<FormAnswers>>[1],
): void {
  const advice = adviseKind(answers ?? {});
  if (advice.type === 'contradiction') {
    field.addError(`${advice.reason.because} ${advice.remedy}`);
  }
}
