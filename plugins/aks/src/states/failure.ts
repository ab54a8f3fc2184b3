import { ResponseError } from '@backstage/errors';
import { AksTranslate } from '../translation';

/** A failed request, in words for people. */
export interface Failure {
  title: string;
  message: string;
}

/**
 * Says what a failed request means. The backend's own messages name what was
 * tried and what to do, so they are shown as they are.
 */
export function describeFailure(
  error: Error,
  t: AksTranslate,
  badRequest: string = t('failure.annotation'),
): Failure {
  if (error instanceof ResponseError) {
    return {
      title:
        error.statusCode === 400 ? badRequest : titleOf(error.statusCode, t),
      message: error.body.error.message,
    };
  }
  // What `fetch` throws when no answer came at all.
  if (error.name === 'TypeError') {
    return {
      title: t('failure.unreachable'),
      message: t('failure.unreachableHint'),
    };
  }
  return { title: t('failure.other'), message: error.message };
}

function titleOf(status: number, t: AksTranslate): string {
  if (status === 403) {
    return t('failure.refused');
  }
  return status === 404 ? t('failure.missing') : t('failure.other');
}
