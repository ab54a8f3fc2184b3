import { LabelSelector, parseLabelSelector } from '@backstage-aks/insight';
import { badRequest } from '../errors/refusals';

/** Parses the `labelSelector` parameter. @throws StatusError 400 */
export function requestedLabels(text: string | null): LabelSelector {
  try {
    return parseLabelSelector(text ?? '');
  } catch (error) {
    throw badRequest(
      `unable to parse requirement: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}
