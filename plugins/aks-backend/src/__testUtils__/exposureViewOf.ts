import {
  exposureAnswerSchema,
  ExposureView,
  toExposureView,
} from '@backstage-aks/plugin-aks-common';

/** An exposure answer as a page looks at it; fails if it breaks the contract. */
export function exposureViewOf(body: unknown): ExposureView {
  return toExposureView(exposureAnswerSchema.parse(body));
}
